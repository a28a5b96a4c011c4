package dev.huozi.ui.api;

import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.ExportSide;
import dev.huozi.metadata.pack.InstalledPack;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Looking at, installing and upgrading packs.
@Path("/api/packs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class PackResource {
  private final RequestContexts contexts;
  private final PackReader reader;
  private final PackDeployer deployer;

  PackResource(RequestContexts contexts, MetadataKinds kinds, PackDeployer deployer) {
    this.contexts = contexts;
    this.reader = new PackReader(kinds);
    this.deployer = deployer;
  }

  /// The packs that the tenant has.
  public record Shelf(List<InstalledPack> items) {}

  /// What is installed now.
  public record Applied(String pack, String version, long metadataVersion) {}

  /// A pack as text.
  ///
  /// @param files the texts by path
  public record Files(String pack, String side, Map<String, String> files) {}

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Shelf list(UriInfo uri) {
    QueryParameters.of(uri);
    return new Shelf(deployer.installed(contexts.current()));
  }

  @GET
  @Path("{id}/files")
  @RolesAllowed(Roles.ADMIN)
  public Files files(@RestPath String id, UriInfo uri) {
    ExportSide side = Choices.exportSide(QueryParameters.of(uri, "side").text("side"));
    return new Files(id, Choices.word(side), deployer.export(contexts.current(), id, side));
  }

  @POST
  @Path("plan")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public PackPlanJson plan(UriInfo uri, @Nullable PackBody body) {
    QueryParameters.of(uri);
    PackBody given = Bodies.required(body);
    Pack pack = reader.read(given.texts());
    return PackPlanJson.of(deployer.plan(contexts.current(), pack, given.read()));
  }

  @POST
  @Path("apply")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Applied apply(UriInfo uri, @Nullable PackBody body) {
    QueryParameters.of(uri);
    PackBody given = Bodies.required(body);
    Pack pack = reader.read(given.texts());
    long version = deployer.apply(contexts.current(), pack, given.read(), given.approval());
    return new Applied(pack.manifest().id(), pack.manifest().version(), version);
  }

  /// What somebody agreed to.
  ///
  /// @param baseVersion the version that the plan was made for
  /// @param digest of the plan that was seen
  /// @param destroy whether stored values may go
  public record Consent(
      @Nullable Long baseVersion, @Nullable String digest, @Nullable Boolean destroy) {}

  @POST
  @Path("{id}/uninstall/plan")
  @RolesAllowed(Roles.ADMIN)
  public UninstallJson planUninstall(@RestPath String id, UriInfo uri) {
    QueryParameters.of(uri);
    return UninstallJson.of(deployer.planUninstall(contexts.current(), id));
  }

  @POST
  @Path("{id}/uninstall")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Removed uninstall(@RestPath String id, UriInfo uri, @Nullable Consent body) {
    QueryParameters.of(uri);
    Consent given = Bodies.required(body);
    Approval approval =
        new Approval(
            Bodies.required(given.baseVersion(), "baseVersion"),
            given.digest(),
            Boolean.TRUE.equals(given.destroy()));
    return new Removed(id, deployer.uninstall(contexts.current(), id, approval));
  }

  /// What is no longer installed.
  public record Removed(String pack, long metadataVersion) {}
}
