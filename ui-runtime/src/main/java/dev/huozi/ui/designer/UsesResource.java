package dev.huozi.ui.designer;

import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.WhereUsed;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.ChangeTree;
import dev.huozi.ui.page.plan.PlanView;
import dev.huozi.ui.page.plan.PlanViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Where a component or a field is used, and its removal together with everything that can be taken
/// out with it.
@Path("designer")
@RunOnVirtualThread
public final class UsesResource {
  private final Studio studio;
  private final Desk desk;
  private final WhereUsed whereUsed;
  private final PlanViews plans;
  private final MetadataKinds kinds;

  UsesResource(
      Studio studio, Desk desk, WhereUsed whereUsed, PlanViews plans, MetadataKinds kinds) {
    this.studio = studio;
    this.desk = desk;
    this.whereUsed = whereUsed;
    this.plans = plans;
    this.kinds = kinds;
  }

  @GET
  @Path("uses")
  @RolesAllowed(Roles.ADMIN)
  public Response uses(
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable String name,
      @RestQuery @Nullable String field) {
    return show(200, studio.open(), ref(kind, name), field, List.of());
  }

  /// Puts the removal and its fixes into the draft.
  @POST
  @Path("remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response remove(
      @FormParam("kind") @Nullable String kind,
      @FormParam("name") @Nullable String name,
      @FormParam("field") @Nullable String field) {
    Designer designer = studio.open();
    MetadataRef ref = ref(kind, name);
    String one = field == null || field.isEmpty() ? null : field;
    return studio.keep(
        designer,
        () -> removed(designer, ref, one),
        "/designer/review",
        problems -> show(422, designer, ref, one, problems));
  }

  private static MetadataRef ref(@Nullable String kind, @Nullable String name) {
    return new MetadataRef(Objects.toString(kind, ""), Objects.toString(name, ""));
  }

  private Draft removed(Designer designer, MetadataRef ref, @Nullable String field) {
    PageContext page = designer.page();
    ChangeList changes = whereUsed.removalWithFixes(page.request(), ref, field);
    return designer.draft().with(changes, kinds, page.snapshot());
  }

  private Response show(
      int status,
      Designer designer,
      MetadataRef ref,
      @Nullable String field,
      List<String> problems) {
    PageContext page = designer.page();
    ChangeTree tree = plans.tree(page, List.of());
    List<PlanView.User> uses = plans.users(page, whereUsed.of(page.request(), ref, field), tree);
    String label = tree.component(ref) + (field == null ? "" : " › " + tree.field(ref, field));
    List<String> reasons = problems;
    PlanView plan = null;
    try {
      plan = plans.of(page, desk.plan(page, removed(designer, ref, field)));
    } catch (ProblemException refused) {
      reasons = Refusal.of(refused, page.words()).stream().map(Refusal::placed).toList();
    }
    DesignerPages.Uses model =
        new DesignerPages.Uses(
            designer.bar(),
            ref.kind(),
            ref.name(),
            field == null ? "" : field,
            label,
            uses,
            plan,
            reasons);
    String title = page.words().get("uses_title", label);
    return studio.page(status, designer, title, "designer/uses", model);
  }
}
