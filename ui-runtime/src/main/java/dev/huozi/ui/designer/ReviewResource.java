package dev.huozi.ui.designer;

import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
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
import org.jspecify.annotations.Nullable;

/// The draft as a list of changes with its SQL; publishing it, throwing it away.
@Path("designer")
@RunOnVirtualThread
public final class ReviewResource {
  private final PageContexts contexts;
  private final Pages pages;
  private final Desk desk;
  private final Icons icons;

  ReviewResource(PageContexts contexts, Pages pages, Desk desk, Icons icons) {
    this.contexts = contexts;
    this.pages = pages;
    this.desk = desk;
    this.icons = icons;
  }

  @GET
  @Path("review")
  @RolesAllowed(Roles.ADMIN)
  public Response review() {
    PageContext page = contexts.current();
    return show(200, page, desk.draft(page), List.of());
  }

  @POST
  @Path("publish")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response publish(
      @FormParam("base_version") long baseVersion, @FormParam("reason") @Nullable String reason) {
    PageContext page = contexts.current();
    Draft draft = desk.draft(page);
    try {
      long version = desk.publish(page, draft, baseVersion, Objects.toString(reason, "").strip());
      pages.announce("flash_published", Long.toString(version));
      return Pages.to(Addresses.DESIGNER);
    } catch (ProblemException refused) {
      return show(422, page, draft, Designer.problems(refused, page.words()));
    }
  }

  @POST
  @Path("discard")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response discard() {
    desk.discard(contexts.current());
    return Pages.to(Addresses.DESIGNER);
  }

  private Response show(int status, PageContext page, Draft draft, List<String> problems) {
    Designer designer = new Designer(page, draft, icons);
    DesignerPages.Review review = review(designer, problems);
    return pages.page(
        status,
        page,
        Place.designer(),
        page.words().get("review_title"),
        "designer/review",
        review);
  }

  private DesignerPages.Review review(Designer designer, List<String> problems) {
    PageContext page = designer.page();
    if (designer.draft().isEmpty()) {
      return new DesignerPages.Review(designer.bar(), 0, List.of(), List.of(), List.of(), problems);
    }
    PlanWords words = new PlanWords(page.words(), designer);
    try {
      DeployPlan plan = desk.plan(page, designer.draft());
      return new DesignerPages.Review(
          designer.bar(),
          plan.baseVersion(),
          words.groups(plan),
          words.statements(plan),
          words.warnings(plan),
          problems);
    } catch (ProblemException refused) {
      List<String> found = problems.isEmpty() ? Designer.problems(refused, page.words()) : problems;
      return new DesignerPages.Review(designer.bar(), 0, List.of(), List.of(), List.of(), found);
    }
  }
}
