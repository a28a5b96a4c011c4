package dev.huozi.ui.page.pack;

import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.ExportSide;
import dev.huozi.metadata.pack.InstalledPack;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.pack.PackPlan;
import dev.huozi.metadata.pack.PackReader;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The packs of the tenant: all of them, one of them, one as a zip, the removal of one.
@Path("admin/packs")
@RunOnVirtualThread
public final class PackPageResource {
  private final PageContexts contexts;
  private final Pages pages;
  private final PackDeployer deployer;
  private final PackViews views;
  private final PackReader reader;

  PackPageResource(
      PageContexts contexts,
      Pages pages,
      PackDeployer deployer,
      PackViews views,
      MetadataKinds kinds) {
    this.contexts = contexts;
    this.pages = pages;
    this.deployer = deployer;
    this.views = views;
    this.reader = new PackReader(kinds);
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Response list() {
    PageContext page = contexts.current();
    PackPages.Home model = views.home(page, deployer.installed(page.request()), List.of());
    return pages.page(page, Place.packs(), page.words().get("packs_title"), "admin/packs", model);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.ADMIN)
  public Response one(@PathParam("id") String id) {
    PageContext page = contexts.current();
    List<InstalledPack> all = deployer.installed(page.request());
    InstalledPack pack = find(all, id);
    PackPages.One model = views.one(page, views.row(page, pack, all), localEdits(page, pack));
    return pages.page(page, Place.packs(), model.pack().label(), "admin/pack", model);
  }

  /// @param side `as_installed` for the pack as it was delivered; else with the tenant's own edits
  @GET
  @Path("{id}/export")
  @RolesAllowed(Roles.ADMIN)
  public Response export(@PathParam("id") String id, @RestQuery @Nullable String side) {
    PageContext page = contexts.current();
    ExportSide wanted = "as_installed".equals(side) ? ExportSide.AS_INSTALLED : ExportSide.AS_IS;
    byte[] zip = PackZip.write(deployer.export(page.request(), id, wanted));
    return Response.ok(zip)
        .type("application/zip")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(id) + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("{id}/uninstall")
  @RolesAllowed(Roles.ADMIN)
  public Response removal(@PathParam("id") String id) {
    return removal(200, contexts.current(), id, List.of());
  }

  @POST
  @Path("{id}/uninstall")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response remove(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    InstalledPack pack = find(deployer.installed(page.request()), id);
    try {
      deployer.uninstall(page.request(), id, ApprovalForm.read(form));
    } catch (ProblemException refused) {
      return removal(422, page, id, Refusal.of(refused, page.words()));
    }
    pages.announce("flash_pack_removed", page.words().label(pack.label(), id));
    return Redirects.to(Addresses.PACKS);
  }

  private Response removal(int status, PageContext page, String id, List<Refusal> problems) {
    InstalledPack pack = find(deployer.installed(page.request()), id);
    PackPages.Removal model;
    try {
      model = views.removal(page, pack, deployer.planUninstall(page.request(), id), problems);
    } catch (ProblemException refused) {
      model = PackViews.needed(page, pack, Refusal.of(refused, page.words()));
    }
    String title = page.words().get("pack_uninstall_title", model.label());
    return pages.page(status, page, Place.packs(), title, "admin/remove", model);
  }

  /// The tenant's own edits: what the pack would meet if it were applied again as it is.
  private List<PackPlan.Kept> localEdits(PageContext page, InstalledPack pack) {
    if (pack.id().equals(Component.SYSTEM) || pack.localEdits() == 0) {
      return List.of();
    }
    return deployer
        .plan(
            page.request(),
            reader.read(deployer.export(page.request(), pack.id(), ExportSide.AS_INSTALLED)),
            PackChoices.NONE)
        .localEdits();
  }

  private static InstalledPack find(List<InstalledPack> all, String id) {
    return all.stream()
        .filter(pack -> pack.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(PlatformError.NOT_FOUND));
  }

  /// Ids of packs may hold any letters; names in headers may not.
  private static String fileName(String id) {
    return id.replaceAll("[^A-Za-z0-9_-]", "_") + ".zip";
  }
}
