package dev.huozi.ui.login;

import dev.huozi.ui.http.ContentPolicy;
import dev.huozi.ui.http.RequestLocale;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// A tenant out of a dump that somebody sends, in the browser. The page itself shows nothing of the
/// installation and takes nothing in: its script goes through the operator's door of the API, with
/// the token that is typed there, which neither leaves the page nor outlives it.
@Path("restore")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public final class RestoreResource {
  private final Entrance entrance;

  RestoreResource(Entrance entrance) {
    this.entrance = entrance;
  }

  @GET
  @PermitAll
  public Response show(RoutingContext http) {
    RestorePage page = new RestorePage(RequestLocale.of(http), ContentPolicy.nonce(http));
    return entrance.page(http, 200, "restore", page);
  }
}
