package dev.huozi.ui.page.sandbox;

import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.MetadataPublisher;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.metadata.sandbox.Homecoming;
import dev.huozi.metadata.sandbox.Sandbox;
import dev.huozi.metadata.sandbox.Sandboxes;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.ApprovalForm;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sandboxes for administrators: all of them, a new one, what was tried in one, taking that home.
@Path("admin/sandboxes")
@RunOnVirtualThread
public final class SandboxPageResource {
  private static final String LIST = "sandboxes";

  private final PageContexts contexts;
  private final Pages pages;
  private final Sandboxes sandboxes;
  private final SandboxViews views;
  private final MetadataPublisher publisher;
  private final PackDeployer deployer;
  private final PackReader reader;

  SandboxPageResource(
      PageContexts contexts,
      Pages pages,
      Sandboxes sandboxes,
      SandboxViews views,
      MetadataPublisher publisher,
      PackDeployer deployer,
      MetadataKinds kinds) {
    this.contexts = contexts;
    this.pages = pages;
    this.sandboxes = sandboxes;
    this.views = views;
    this.publisher = publisher;
    this.deployer = deployer;
    this.reader = new PackReader(kinds);
  }

  /// A script asks for the list alone while something is under way.
  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response list() {
    PageContext page = contexts.current();
    if (pages.asksFor(LIST)) {
      SandboxPages.Home model = views.home(page, sandboxes.list(page.request()), "", List.of());
      return pages.fragment(page, "admin/sandboxes", LIST, model);
    }
    return list(200, page, "", List.of());
  }

  private Response list(int status, PageContext page, String typed, List<Refusal> problems) {
    return pages.page(
        status,
        page,
        Place.sandboxes(),
        page.words().get("sandboxes_title"),
        "admin/sandboxes",
        views.home(page, sandboxes.list(page.request()), typed, problems));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response create(
      @FormParam("name") @Nullable String name, @FormParam("data") @Nullable String data) {
    PageContext page = contexts.current();
    String wanted = Objects.toString(name, "").strip();
    try {
      sandboxes.create(page.request(), wanted, "true".equals(data));
      return Redirects.to(Addresses.SANDBOXES);
    } catch (ProblemException refused) {
      return list(422, page, wanted, Refusal.of(refused, page.words()));
    }
  }

  @POST
  @Path("{code}/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response delete(@PathParam("code") String code) {
    PageContext page = contexts.current();
    try {
      sandboxes.delete(page.request(), code);
      return Redirects.to(Addresses.SANDBOXES);
    } catch (ProblemException refused) {
      return list(422, page, "", Refusal.of(refused, page.words()));
    }
  }

  @GET
  @Path("{code}")
  @RolesAllowed(Roles.ADMIN)
  public Response trial(@PathParam("code") String code) {
    return trial(contexts.current(), code, List.of());
  }

  private Response trial(PageContext page, String code, List<Refusal> problems) {
    Sandbox sandbox = sandboxes.find(page.request(), code);
    Homecoming home = sandboxes.homecoming(page.request(), code);
    SandboxPages.Trial model;
    try {
      model = views.trial(page, sandbox, home, plan(page, home), problems);
    } catch (ProblemException refused) {
      model = views.trial(page, sandbox, home, null, Refusal.of(refused, page.words()));
    }
    int status = model.problems().isEmpty() ? 200 : 422;
    return pages.page(status, page, Place.sandboxes(), model.name(), "admin/sandbox", model);
  }

  /// The plan of the step that is due: the first pack, or the changes.
  private @Nullable DeployPlan plan(PageContext page, Homecoming home) {
    if (!home.packs().isEmpty()) {
      Pack pack = reader.read(home.packs().getFirst().files());
      return deployer.plan(page.request(), pack, PackChoices.NONE).plan();
    }
    return home.changes().changes().isEmpty()
        ? null
        : publisher.plan(page.request(), home.changes());
  }

  @POST
  @Path("{code}/packs/{pack}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response applyPack(
      @PathParam("code") String code,
      @PathParam("pack") String pack,
      MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    Homecoming.TriedPack tried =
        sandboxes.homecoming(page.request(), code).packs().stream()
            .filter(one -> one.pack().equals(pack))
            .findFirst()
            .orElseThrow(() -> new ProblemException(PlatformError.NOT_FOUND));
    try {
      deployer.apply(
          page.request(), reader.read(tried.files()), PackChoices.NONE, ApprovalForm.read(form));
      return Redirects.to(SandboxViews.address(code));
    } catch (ProblemException refused) {
      return trial(page, code, Refusal.of(refused, page.words()));
    }
  }

  @POST
  @Path("{code}/apply")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response apply(@PathParam("code") String code, MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    Homecoming home = sandboxes.homecoming(page.request(), code);
    try {
      long version = publisher.publish(page.request(), home.changes(), ApprovalForm.read(form));
      pages.announce("flash_published", Long.toString(version));
      return Redirects.to(SandboxViews.address(code));
    } catch (ProblemException refused) {
      return trial(page, code, Refusal.of(refused, page.words()));
    }
  }
}
