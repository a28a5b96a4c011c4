package dev.huozi.ui.page.version;

import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.MetadataVersions;
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
import dev.huozi.ui.page.plan.PlanViews;
import dev.huozi.ui.page.plan.ProgressViews;
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
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Versions of the model: all, one, the difference of two, going back.
@Path("admin/versions")
@RunOnVirtualThread
public final class VersionPageResource {
  private final PageContexts contexts;
  private final Pages pages;
  private final MetadataVersions versions;
  private final VersionViews views;
  private final PlanViews plans;
  private final ProgressViews progress;

  VersionPageResource(
      PageContexts contexts,
      Pages pages,
      MetadataVersions versions,
      VersionViews views,
      PlanViews plans,
      ProgressViews progress) {
    this.contexts = contexts;
    this.pages = pages;
    this.versions = versions;
    this.views = views;
    this.plans = plans;
    this.progress = progress;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response list(@RestQuery @Nullable Long before) {
    PageContext page = contexts.current();
    String title = page.words().get("versions_title");
    return show(200, page, title, "admin/versions", views.home(page, before));
  }

  @GET
  @Path("{version}")
  @RolesAllowed(Roles.ADMIN)
  public Response one(@PathParam("version") long version) {
    PageContext page = contexts.current();
    String title = page.words().get("version_title", version);
    return show(200, page, title, "admin/version", views.one(page, version));
  }

  /// What is being done to the tables; for a script that asks again and again.
  @GET
  @Path("progress")
  @RolesAllowed(Roles.ADMIN)
  public Response progress() {
    PageContext page = contexts.current();
    return pages.part(page, "admin/progress", progress.now(page));
  }

  @GET
  @Path("diff")
  @RolesAllowed(Roles.ADMIN)
  public Response diff(@RestQuery long from, @RestQuery long to) {
    PageContext page = contexts.current();
    String title = page.words().get("versions_diff_title", from, to);
    return show(200, page, title, "admin/difference", views.difference(page, from, to));
  }

  @GET
  @Path("{version}/rollback")
  @RolesAllowed(Roles.ADMIN)
  public Response rollback(@PathParam("version") long version) {
    return ask(200, contexts.current(), version, "", List.of());
  }

  @POST
  @Path("{version}/rollback")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response rollback(
      @PathParam("version") long version, MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    String reason = Objects.toString(form.getFirst("reason"), "").strip();
    if (reason.isEmpty()) {
      return ask(422, page, version, reason, List.of(page.words().get("rollback_reason_missing")));
    }
    try {
      Approval approval = ApprovalForm.read(form);
      long now = versions.rollback(page.request(), version, approval, reason);
      pages.announce("flash_rolled_back", Long.toString(version));
      return Redirects.to(Addresses.version(now));
    } catch (ProblemException refused) {
      return ask(422, page, version, reason, Refusal.texts(refused, page.words()));
    }
  }

  private Response ask(
      int status, PageContext page, long version, String reason, List<String> problems) {
    long current = page.snapshot().version();
    VersionPages.Rollback model;
    try {
      DeployPlan plan = versions.planRollback(page.request(), version);
      model = new VersionPages.Rollback(version, current, plans.of(page, plan), reason, problems);
    } catch (ProblemException refused) {
      List<String> why = Refusal.texts(refused, page.words());
      model = new VersionPages.Rollback(version, current, null, reason, why);
    }
    String title = page.words().get("rollback_title", version);
    return show(status, page, title, "admin/rollback", model);
  }

  private Response show(int status, PageContext page, String title, String template, Object model) {
    return pages.page(status, page, Place.versions(), title, template, model);
  }
}
