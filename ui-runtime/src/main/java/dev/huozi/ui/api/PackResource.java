package dev.huozi.ui.api;

import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Installing and upgrading packs.
@Path("/api/packs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PackResource {
  private final RequestContexts contexts;
  private final PackReader reader;
  private final PackDeployer deployer;

  PackResource(RequestContexts contexts, MetadataKinds kinds, PackDeployer deployer) {
    this.contexts = contexts;
    this.reader = new PackReader(kinds);
    this.deployer = deployer;
  }

  /// A pack as it is sent: the texts of its files by path.
  public record Folder(@Nullable Map<String, String> files) {}

  /// What is installed now.
  public record Applied(String pack, String version, long metadataVersion) {}

  @POST
  @Path("plan")
  @RolesAllowed(Roles.ADMIN)
  public PlanJson plan(UriInfo uri, @Nullable Folder body) {
    QueryParameters.of(uri);
    return PlanJson.of(deployer.plan(contexts.current(), read(body), PackChoices.NONE).plan());
  }

  @POST
  @Path("apply")
  @RolesAllowed(Roles.ADMIN)
  public Applied apply(UriInfo uri, @Nullable Folder body) {
    QueryParameters.of(uri);
    Pack pack = read(body);
    long version = deployer.apply(contexts.current(), pack);
    return new Applied(pack.manifest().id(), pack.manifest().version(), version);
  }

  private Pack read(@Nullable Folder body) {
    return reader.read(Bodies.required(Bodies.required(body).files(), "files"));
  }
}
