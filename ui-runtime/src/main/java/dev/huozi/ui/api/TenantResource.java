package dev.huozi.ui.api;

import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.Tenants;
import dev.huozi.ui.account.Founding;
import dev.huozi.ui.account.NewMember;
import dev.huozi.ui.http.RequestIds;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tenants of the installation, for its operator.
@Path("/api/tenants")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class TenantResource {
  private static final String DEFAULT_ZONE = "Asia/Shanghai";
  private static final String DEFAULT_CURRENCY = "CNY";
  private static final Locale DEFAULT_LOCALE = Locale.SIMPLIFIED_CHINESE;

  private final Tenants tenants;
  private final Founding founding;

  TenantResource(Tenants tenants, Founding founding) {
    this.tenants = tenants;
    this.founding = founding;
  }

  /// A tenant that is wished for.
  public record Wanted(
      @Nullable String code,
      @Nullable String name,
      @Nullable String zone,
      @Nullable String currency,
      @Nullable String sortCollation,
      @Nullable String locale,
      @Nullable Admin admin) {}

  /// Its first administrator. `toString` hides the password.
  public record Admin(@Nullable String user, @Nullable String name, @Nullable String password) {
    @Override
    public String toString() {
      return "Admin[" + user + "]";
    }
  }

  /// A tenant as it is.
  public record Shown(
      String code, String name, String zone, String currency, String sortCollation, String locale) {
    static Shown of(Tenant tenant) {
      return new Shown(
          tenant.code(),
          tenant.name(),
          tenant.zone().getId(),
          tenant.currency(),
          Choices.word(tenant.sortCollation()),
          tenant.locale().toLanguageTag());
    }
  }

  /// All tenants.
  public record Shelf(List<Shown> items) {}

  @GET
  @RolesAllowed(Roles.OPERATOR)
  public Shelf list(UriInfo uri) {
    QueryParameters.of(uri);
    return new Shelf(tenants.list().stream().map(Shown::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  public Response create(RoutingContext http, UriInfo uri, @Nullable Wanted body) {
    QueryParameters.of(uri);
    Wanted wanted = Bodies.required(body);
    NewTenant tenant = tenant(wanted);
    NewMember admin = member(Bodies.required(wanted.admin(), "admin"));
    return Response.status(Response.Status.CREATED)
        .entity(Shown.of(founding.found(tenant, admin, RequestIds.of(http))))
        .build();
  }

  private static NewTenant tenant(Wanted wanted) {
    String sort = wanted.sortCollation();
    Locale locale = Choices.locale(wanted.locale());
    return new NewTenant(
        Bodies.required(wanted.code(), "code"),
        Bodies.required(wanted.name(), "name"),
        Choices.zone(Objects.requireNonNullElse(wanted.zone(), DEFAULT_ZONE)),
        Objects.requireNonNullElse(wanted.currency(), DEFAULT_CURRENCY),
        sort == null ? SortCollation.ZH : Choices.sortCollation(sort),
        locale == null ? DEFAULT_LOCALE : locale);
  }

  private static NewMember member(Admin admin) {
    return new NewMember(
        Bodies.required(admin.user(), "admin.user"),
        Bodies.required(admin.name(), "admin.name"),
        Principal.Role.ADMIN,
        Bodies.required(admin.password(), "admin.password"),
        null);
  }
}
