package dev.huozi.ui.designer;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.ui.app.App;
import dev.huozi.ui.app.AppKind;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Objects: the list of all, a new one, the label and icon of one.
@Path("designer")
@RunOnVirtualThread
public final class ObjectDesignResource {
  private static final String DEFAULT_PATTERN = "{0000}";

  private final Studio studio;
  private final Icons icons;

  ObjectDesignResource(Studio studio, Icons icons) {
    this.studio = studio;
    this.icons = icons;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response objects() {
    Designer designer = studio.open();
    String title = designer.page().words().get("designer_title");
    return studio.page(designer, title, "designer/objects", designer.objects());
  }

  @GET
  @Path("new-object")
  @RolesAllowed(Roles.ADMIN)
  public Response create() {
    Designer designer = studio.open();
    return form(200, designer, form(designer, null, null, List.of()));
  }

  @POST
  @Path("new-object")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response create(MultivaluedMap<String, String> form) {
    Designer designer = studio.open();
    ObjectType object = read(designer, form);
    return studio.keep(
        designer,
        () -> drafted(designer, object, form),
        Addresses.path("designer", object.name(), "fields"),
        problems -> form(422, designer, form(designer, null, form, problems)));
  }

  /// The short address of an object in the designer: its fields.
  @GET
  @Path("{object}")
  @RolesAllowed(Roles.ADMIN)
  public Response object(@PathParam("object") String name) {
    ObjectType object = studio.open().object(name);
    return Redirects.to(Addresses.path("designer", object.name(), "fields"));
  }

  @GET
  @Path("{object}/settings")
  @RolesAllowed(Roles.ADMIN)
  public Response edit(@PathParam("object") String name) {
    Designer designer = studio.open();
    return form(200, designer, form(designer, designer.object(name), null, List.of()));
  }

  @POST
  @Path("{object}/settings")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response edit(@PathParam("object") String name, MultivaluedMap<String, String> form) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    ObjectType changed =
        new ObjectType(
            object.name(),
            FieldInput.localized(text(form, "label_zh"), text(form, "label_en")),
            object.description(),
            text(form, "icon"),
            object.nameField(),
            object.extensible(),
            object.fields(),
            object.uniqueKeys(),
            object.indexes(),
            object.was());
    return studio.keep(
        designer,
        () -> designer.draft().with(ObjectKind.KIND, changed, designer.page().snapshot()),
        Addresses.path("designer", object.name(), "fields"),
        problems -> form(422, designer, form(designer, object, form, problems)));
  }

  private static ObjectType read(Designer designer, MultivaluedMap<String, String> form) {
    String zh = text(form, "label_zh");
    String en = text(form, "label_en");
    List<String> taken =
        designer.draft().all(ObjectKind.KIND, designer.page().snapshot()).stream()
            .map(ObjectType::name)
            .toList();
    String typed = text(form, "name");
    boolean numbered = "autonumber".equals(form.getFirst("name_type"));
    Field name =
        new Field(
            numbered ? "code" : "name",
            numbered ? LocalizedText.of("编号", "Number") : LocalizedText.of("名称", "Name"),
            LocalizedText.EMPTY,
            numbered ? new FieldType.AutoNumber(text(form, "pattern")) : new FieldType.Text(null),
            Condition.of(!numbered),
            false,
            Condition.NEVER,
            true,
            null,
            null,
            null,
            null);
    return new ObjectType(
        typed.isEmpty() ? NameProposal.of(zh, en, taken) : typed,
        FieldInput.localized(zh, en),
        LocalizedText.EMPTY,
        text(form, "icon"),
        name.name(),
        true,
        List.of(name),
        List.of(),
        List.of(),
        null);
  }

  /// The object with a view, a layout and its place in the ticked menus.
  private static Draft drafted(
      Designer designer, ObjectType object, MultivaluedMap<String, String> form) {
    var snapshot = designer.page().snapshot();
    String zh = text(form, "label_zh");
    String en = text(form, "label_en");
    ListView view =
        new ListView(
            "all_" + object.name(),
            FieldInput.localized(zh.isEmpty() ? "" : "全部" + zh, en.isEmpty() ? "" : "All " + en),
            object.name(),
            List.of(object.nameField(), "updated_by", "updated_at"),
            null,
            List.of("-updated_at"),
            List.of());
    Layout layout =
        new Layout(
            object.name() + "_main",
            object.label(),
            object.name(),
            List.of(),
            List.of(
                new Layout.Section(
                    "basic",
                    LocalizedText.of("基本信息", "Basics"),
                    null,
                    null,
                    List.of(object.nameField()))),
            List.of());
    Draft draft =
        designer
            .draft()
            .with(ObjectKind.KIND, object, snapshot)
            .with(ListViewKind.KIND, view, snapshot)
            .with(LayoutKind.KIND, layout, snapshot);
    List<String> wanted = Objects.requireNonNullElse(form.get("apps"), List.of());
    for (App app : designer.draft().all(AppKind.KIND, snapshot)) {
      if (wanted.contains(app.name())) {
        List<App.Item> items = new ArrayList<>(app.items());
        items.add(new App.Item(object.name(), null));
        draft =
            draft.with(
                AppKind.KIND,
                new App(app.name(), app.label(), items, app.mobile(), app.quickCreate()),
                snapshot);
      }
    }
    return draft;
  }

  /// @param object null for a new one
  /// @param typed what was typed, or null
  private DesignerPages.ObjectForm form(
      Designer designer,
      @Nullable ObjectType object,
      @Nullable MultivaluedMap<String, String> typed,
      List<String> problems) {
    PageContext page = designer.page();
    LocalizedText label = object == null ? LocalizedText.EMPTY : object.label();
    String backHref =
        object == null ? Addresses.DESIGNER : Addresses.path("designer", object.name(), "fields");
    List<DesignerPages.Choice> apps =
        designer.draft().all(AppKind.KIND, page.snapshot()).stream()
            .map(app ->
                new DesignerPages.Choice(
                    app.name(), page.words().label(app.label(), app.name()), true))
            .toList();
    return new DesignerPages.ObjectForm(
        designer.bar(),
        object == null,
        object == null
            ? page.words().get("object_new")
            : page.words().get("object_settings", designer.head(object).label()),
        object == null
            ? "/designer/new-object"
            : Addresses.path("designer", object.name(), "settings"),
        backHref,
        typed == null ? (object == null ? "" : object.name()) : text(typed, "name"),
        typed == null ? label.texts().getOrDefault("zh", "") : text(typed, "label_zh"),
        typed == null ? label.texts().getOrDefault("en", "") : text(typed, "label_en"),
        typed == null ? icons.orPlain(object == null ? null : object.icon()) : text(typed, "icon"),
        icons.objectIcons(),
        typed != null && "autonumber".equals(typed.getFirst("name_type")),
        typed == null ? DEFAULT_PATTERN : text(typed, "pattern"),
        object == null ? apps : List.of(),
        object == null
            ? null
            : designer.usesHref(new MetadataRef(ObjectKind.ID, object.name()), null),
        problems);
  }

  private Response form(int status, Designer designer, DesignerPages.ObjectForm form) {
    return studio.page(status, designer, form.title(), "designer/object", form);
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "").strip();
  }
}
