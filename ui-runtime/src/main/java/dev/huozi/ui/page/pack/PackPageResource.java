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
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The packs of the tenant: all of them, one of them, one as a zip.
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
    return pages.page(
        page, Place.packs(), page.words().get("packs_title"), "admin/packs", model);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.ADMIN)
  public Response one(@PathParam("id") String id) {
    PageContext page = contexts.current();
    List<InstalledPack> all = deployer.installed(page.request());
    InstalledPack pack = find(all, id);
    PackPages.One model =
        views.one(page, views.row(page, pack, all), localEdits(page, pack));
    return pages.page(page, Place.packs(), model.pack().label(), "admin/pack", model);
  }

  /// @param side `as_installed` for the pack as it was delivered; else with the tenant's own edits
  @GET
  @Path("{id}/export")
  @RolesAllowed(Roles.ADMIN)
  public Response export(@PathParam("id") String id, @RestQuery @Nullable String side) {
    PageContext page = contexts.current();
    ExportSide wanted =
        "as_installed".equals(side) ? ExportSide.AS_INSTALLED : ExportSide.AS_IS;
    byte[] zip = PackZip.write(deployer.export(page.request(), id, wanted));
    return Response.ok(zip)
        .type("application/zip")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(id) + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
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
