package dev.huozi.ui.designer;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.ApprovalForm;
import dev.huozi.ui.page.plan.PlanViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The draft: what it holds, what publishing it would do; publishing it, throwing all or one
/// component of it away.
@Path("designer")
@RunOnVirtualThread
public final class ReviewResource {
  private static final String REVIEW = "/designer/review";

  private final Studio studio;
  private final Pages pages;
  private final Desk desk;
  private final PlanViews plans;

  ReviewResource(Studio studio, Pages pages, Desk desk, PlanViews plans) {
    this.studio = studio;
    this.pages = pages;
    this.desk = desk;
    this.plans = plans;
  }

  @GET
  @Path("review")
  @RolesAllowed(Roles.ADMIN)
  public Response review() {
    return show(200, studio.open(), List.of());
  }

  @POST
  @Path("publish")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response publish(MultivaluedMap<String, String> form) {
    Designer designer = studio.open();
    try {
      String reason = Objects.toString(form.getFirst("reason"), "").strip();
      long version =
          desk.publish(designer.page(), designer.draft(), ApprovalForm.read(form), reason);
      pages.announce("flash_published", Long.toString(version));
      return Redirects.to(Addresses.DESIGNER);
    } catch (ProblemException refused) {
      return show(422, designer, Refusal.texts(refused, designer.page().words()));
    }
  }

  /// @param kind of the one component to forget; null for the whole draft
  @POST
  @Path("discard")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response discard(
      @FormParam("kind") @Nullable String kind, @FormParam("name") @Nullable String name) {
    Designer designer = studio.open();
    if (kind == null || name == null) {
      desk.discard(designer.page());
      return Redirects.to(Addresses.DESIGNER);
    }
    return studio.keep(
        designer,
        () -> designer.draft().forgetting(kind, name),
        REVIEW,
        problems -> show(422, designer, problems));
  }

  private Response show(int status, Designer designer, List<String> problems) {
    DesignerPages.Review model = review(designer, problems);
    String title = designer.page().words().get("review_title");
    return studio.page(status, designer, title, "designer/review", model);
  }

  private DesignerPages.Review review(Designer designer, List<String> problems) {
    PageContext page = designer.page();
    if (designer.draft().isEmpty()) {
      return new DesignerPages.Review(List.of(), null, problems);
    }
    try {
      return new DesignerPages.Review(
          designer.held(), plans.of(page, desk.plan(page, designer.draft())), problems);
    } catch (ProblemException refused) {
      List<String> found = problems.isEmpty() ? Refusal.texts(refused, page.words()) : problems;
      return new DesignerPages.Review(designer.held(), null, found);
    }
  }
}
