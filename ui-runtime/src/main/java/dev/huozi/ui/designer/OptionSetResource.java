package dev.huozi.ui.designer;

import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Option sets: the values of picklists, their labels, colours and order.
@Path("designer/optionsets")
@RunOnVirtualThread
public final class OptionSetResource {
  private static final List<String> COLORS =
      List.of("green", "amber", "red", "blue", "violet", "gray");
  private static final String PATH = "/designer/optionsets";

  private final Studio studio;

  OptionSetResource(Studio studio) {
    this.studio = studio;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response list() {
    Designer designer = studio.open();
    PageContext page = designer.page();
    List<DesignerPages.OptionSetRow> rows =
        designer.draft().all(OptionSetKind.KIND, page.snapshot()).stream()
            .map(set -> row(designer, set))
            .toList();
    DesignerPages.OptionSets model = new DesignerPages.OptionSets(designer.bar(), rows);
    return studio.page(designer, page.words().get("optionsets"), "designer/optionsets", model);
  }

  @GET
  @Path("{name}")
  @RolesAllowed(Roles.ADMIN)
  public Response edit(@PathParam("name") String name) {
    Designer designer = studio.open();
    return form(200, designer, designer.optionSet(name), List.of());
  }

  /// Saves into the draft; with `do` it only changes the form: `add`, `up:2`, `down:2`.
  @POST
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response edit(@PathParam("name") String name, MultivaluedMap<String, String> form) {
    Designer designer = studio.open();
    OptionSet before = designer.optionSet(name);
    String todo = Objects.toString(form.getFirst("do"), "");
    List<OptionSet.Option> values = new ArrayList<>(OptionRows.read(form));
    if (!todo.isEmpty()) {
      return form(200, designer, typed(before, form, OptionRows.arranged(values, todo)), List.of());
    }
    OptionSet typed = typed(before, form, OptionRows.complete(values));
    return studio.keep(
        designer,
        () -> designer.draft().with(OptionSetKind.KIND, typed, designer.page().snapshot()),
        PATH,
        problems -> form(422, designer, typed, problems));
  }

  private static OptionSet typed(
      OptionSet before, MultivaluedMap<String, String> form, List<OptionSet.Option> values) {
    String zh = Objects.toString(form.getFirst("label_zh"), "").strip();
    String en = Objects.toString(form.getFirst("label_en"), "").strip();
    return new OptionSet(
        before.name(), FieldInput.localized(zh, en), values, before.dependsOn(), before.was());
  }

  private static DesignerPages.OptionSetRow row(Designer designer, OptionSet set) {
    PageContext page = designer.page();
    OptionSet.DependsOn dependsOn = set.dependsOn();
    boolean published = page.snapshot().optionSet(set.name()) != null;
    String state =
        !published
            ? "new"
            : designer.draft().touches(OptionSetKind.KIND, set.name()) ? "changed" : "";
    return new DesignerPages.OptionSetRow(
        page.words().label(set.label(), set.name()),
        set.name(),
        (int) set.values().stream().filter(OptionSet.Option::active).count(),
        dependsOn == null ? "" : label(designer, dependsOn.set()),
        designer.pack(set),
        state,
        Addresses.path("designer", "optionsets", set.name()));
  }

  private static String label(Designer designer, String name) {
    OptionSet set = designer.draft().find(OptionSetKind.KIND, name, designer.page().snapshot());
    return set == null ? name : designer.page().words().label(set.label(), name);
  }

  private Response form(int status, Designer designer, OptionSet set, List<String> problems) {
    PageContext page = designer.page();
    OptionSet published = page.snapshot().optionSet(set.name());
    List<DesignerPages.OptionRow> rows =
        IntStream.range(0, set.values().size())
            .mapToObj(i -> row(page, published, set.values().get(i), i))
            .toList();
    DesignerPages.OptionSetForm model =
        new DesignerPages.OptionSetForm(
            designer.bar(),
            page.words().label(set.label(), set.name()),
            set.name(),
            Addresses.path("designer", "optionsets", set.name()),
            PATH,
            set.label().texts().getOrDefault("zh", ""),
            set.label().texts().getOrDefault("en", ""),
            rows,
            designer.usesHref(new MetadataRef(OptionSetKind.KIND.id(), set.name()), null),
            problems);
    return studio.page(status, designer, model.title(), "designer/optionset", model);
  }

  private static DesignerPages.OptionRow row(
      PageContext page, @Nullable OptionSet published, OptionSet.Option option, int index) {
    boolean stored =
        published != null
            && published.values().stream().anyMatch(one -> one.code().equals(option.code()));
    String chosen = Objects.toString(option.color(), "");
    return new DesignerPages.OptionRow(
        index,
        option.code(),
        option.label().texts().getOrDefault("zh", ""),
        option.label().texts().getOrDefault("en", ""),
        COLORS.stream()
            .map(color ->
                new DesignerPages.Choice(
                    color, page.words().get("color_" + color), color.equals(chosen)))
            .toList(),
        option.active(),
        stored);
  }
}
