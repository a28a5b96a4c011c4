package dev.huozi.ui.api;

import dev.huozi.platform.identity.Account;
import dev.huozi.platform.identity.AccountChange;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.account.Enrollment;
import dev.huozi.ui.account.NewMember;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The login accounts of the tenant.
@Path("/api/accounts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {
  private final RequestContexts contexts;
  private final Accounts accounts;
  private final Enrollment enrollment;

  AccountResource(RequestContexts contexts, Accounts accounts, Enrollment enrollment) {
    this.contexts = contexts;
    this.accounts = accounts;
    this.enrollment = enrollment;
  }

  /// An account that is wished for. `toString` hides the password.
  public record Wanted(
      @Nullable String user,
      @Nullable String name,
      @Nullable String role,
      @Nullable String password,
      @Nullable String locale) {
    @Override
    public String toString() {
      return "Wanted[" + user + ", " + role + "]";
    }
  }

  /// What shall change; what is absent stays. `toString` hides the password.
  public record Change(
      @Nullable String name,
      @Nullable String role,
      @Nullable String password,
      @Nullable String locale,
      @Nullable Boolean active) {
    @Override
    public String toString() {
      return "Change[" + name + ", " + role + ", " + active + "]";
    }
  }

  /// An account as it is.
  ///
  /// @param userId id of the person's record in the object `user`
  public record Shown(
      UUID id,
      UUID userId,
      String user,
      String name,
      String role,
      boolean active,
      @Nullable String locale) {
    static Shown of(Account account) {
      return new Shown(
          account.id(),
          account.userId(),
          account.userName(),
          account.displayName(),
          Choices.word(account.role()),
          account.active(),
          account.locale() == null ? null : account.locale().toLanguageTag());
    }
  }

  /// All accounts.
  public record Shelf(List<Shown> items) {}

  @GET
  @RolesAllowed(Roles.ADMIN)
  public Shelf list(UriInfo uri) {
    QueryParameters.of(uri);
    return new Shelf(accounts.list(contexts.current().tenant()).stream().map(Shown::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  public Response create(UriInfo uri, @Nullable Wanted body) {
    QueryParameters.of(uri);
    Wanted wanted = Bodies.required(body);
    NewMember member =
        new NewMember(
            Bodies.required(wanted.user(), "user"),
            Bodies.required(wanted.name(), "name"),
            Choices.role(Bodies.required(wanted.role(), "role")),
            Bodies.required(wanted.password(), "password"),
            Choices.locale(wanted.locale()));
    Account account = enrollment.enroll(contexts.current(), member);
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/accounts/" + account.id())
        .entity(Shown.of(account))
        .build();
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, DataResource.MERGE_PATCH})
  @RolesAllowed(Roles.ADMIN)
  public Shown change(@RestPath String id, UriInfo uri, @Nullable Change body) {
    QueryParameters.of(uri);
    Change wanted = Bodies.required(body);
    Locale locale = Choices.locale(wanted.locale());
    AccountChange change =
        new AccountChange(
            wanted.name(),
            wanted.role() == null ? null : Choices.role(wanted.role()),
            wanted.active(),
            locale,
            wanted.password());
    return Shown.of(accounts.change(contexts.current().tenant(), id(id), change));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
  }
}
