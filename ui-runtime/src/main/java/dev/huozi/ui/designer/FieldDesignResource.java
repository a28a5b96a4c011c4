package dev.huozi.ui.designer;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The fields of an object: table, new, change, order, out of use and back.
@Path("designer/{object}/fields")
@RunOnVirtualThread
public final class FieldDesignResource {
  private final Studio studio;
  private final FieldForms forms;

  FieldDesignResource(Studio studio, FieldForms forms) {
    this.studio = studio;
    this.forms = forms;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response fields(@PathParam("object") String name) {
    Designer designer = studio.open();
    return table(200, designer, designer.object(name), List.of());
  }

  @GET
  @Path("new")
  @RolesAllowed(Roles.ADMIN)
  public Response create(@PathParam("object") String name, @RestQuery @Nullable String type) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    if (type == null) {
      return kinds(designer, object);
    }
    FieldInput blank = FieldInput.blank(FieldKind.byId(type));
    return form(200, designer, forms.form(designer, object, blank, null, List.of()));
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response create(
      @PathParam("object") String name,
      @RestQuery String type,
      MultivaluedMap<String, String> form) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    FieldInput input = FieldInput.read(FieldKind.byId(type), form);
    boolean toLayout = form.containsKey("to_layout");
    boolean toView = form.containsKey("to_view");
    return studio.keep(
        designer,
        () -> forms.add(designer, object, input, toLayout, toView),
        tableHref(object),
        problems -> form(422, designer, forms.form(designer, object, input, null, problems)));
  }

  /// The field that is being typed, as the form of a record will show it.
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response preview(
      @PathParam("object") String name,
      @RestQuery String type,
      MultivaluedMap<String, String> form) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    FieldInput input = FieldInput.read(FieldKind.byId(type), form);
    return studio.fragment(
        designer,
        "designer/field",
        "preview",
        forms.form(designer, object, input, null, List.of()));
  }

  @GET
  @Path("{field}")
  @RolesAllowed(Roles.ADMIN)
  public Response edit(@PathParam("object") String name, @PathParam("field") String fieldName) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    Field field = field(designer, object, fieldName);
    return form(
        200, designer, forms.form(designer, object, FieldInput.of(field), field, List.of()));
  }

  @POST
  @Path("{field}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response edit(
      @PathParam("object") String name,
      @PathParam("field") String fieldName,
      MultivaluedMap<String, String> form) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    Field before = field(designer, object, fieldName);
    FieldInput input = FieldInput.read(FieldKind.of(before.type()), form);
    return studio.keep(
        designer,
        () -> forms.change(designer, object, before, input),
        tableHref(object),
        problems -> form(422, designer, forms.form(designer, object, input, before, problems)));
  }

  /// @param step `up`, `down`, or `to` with the field to take the place of in `before`
  @POST
  @Path("{field}/move")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response move(
      @PathParam("object") String name,
      @PathParam("field") String fieldName,
      @FormParam("step") @Nullable String step,
      @FormParam("before") @Nullable String before) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    FieldHome home = designer.home(object);
    return studio.keep(
        designer,
        () ->
            "to".equals(step)
                ? home.moveTo(fieldName, Objects.toString(before, ""))
                : home.move(fieldName, "up".equals(step) ? -1 : 1),
        () -> after(object),
        problems -> table(422, designer, object, problems));
  }

  /// Takes a field out of use, or back. Its values are kept.
  @POST
  @Path("{field}/active")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response setActive(
      @PathParam("object") String name,
      @PathParam("field") String fieldName,
      @FormParam("active") boolean active) {
    Designer designer = studio.open();
    ObjectType object = designer.object(name);
    Field field = field(designer, object, fieldName);
    Field changed =
        new Field(
            field.name(),
            field.label(),
            field.help(),
            field.type(),
            field.required(),
            field.unique(),
            field.readOnly(),
            active,
            field.defaultValue(),
            field.defaultFormula(),
            field.filter(),
            field.was());
    Draft draft = designer.home(object).replace(field.name(), changed);
    return studio.keep(
        designer,
        () ->
            active
                ? draft
                : new FieldRemoval(draft, designer.page().snapshot(), object.name())
                    .from(field.name()),
        () -> after(object),
        problems ->
            form(
                422,
                designer,
                forms.form(designer, object, FieldInput.of(field), field, problems)));
  }

  private static Field field(Designer designer, ObjectType object, String name) {
    Field field = designer.home(object).find(name);
    if (field == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    return field;
  }

  private Response kinds(Designer designer, ObjectType object) {
    PageContext page = designer.page();
    String base = Addresses.path("designer", object.name(), "fields", "new");
    List<DesignerPages.KindCard> cards =
        Arrays.stream(FieldKind.values())
            .map(kind ->
                new DesignerPages.KindCard(
                    page.words().get(kind.labelKey()),
                    page.words().get(kind.labelKey() + "_hint"),
                    kind.icon(),
                    Addresses.query(base, Map.of("type", kind.id()))))
            .toList();
    DesignerPages.Kinds model =
        new DesignerPages.Kinds(designer.bar(), designer.head(object), tableHref(object), cards);
    return studio.page(designer, page.words().get("field_new"), "designer/kinds", model);
  }

  private Response form(int status, Designer designer, DesignerPages.FieldForm form) {
    String title =
        form.create()
            ? designer.page().words().get("field_new")
            : designer.page().words().get("field_edit", form.input().name());
    return studio.page(status, designer, title, "designer/field", form);
  }

  /// The table again: as a part for a script, as a page for the others.
  private Response after(ObjectType object) {
    if (!studio.asksFor("fields")) {
      return Redirects.to(tableHref(object));
    }
    Designer now = studio.open();
    return studio.fragment(
        now, "designer/fields", "table", now.fields(now.object(object.name()), List.of()));
  }

  private Response table(int status, Designer designer, ObjectType object, List<String> problems) {
    return studio.page(
        status,
        designer,
        designer.head(object).label(),
        "designer/fields",
        designer.fields(object, problems));
  }

  private static String tableHref(ObjectType object) {
    return Addresses.path("designer", object.name(), "fields");
  }
}
