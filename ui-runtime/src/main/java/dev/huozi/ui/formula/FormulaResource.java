package dev.huozi.ui.formula;

import dev.huozi.formula.editor.FunctionCard;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The questions of a formula editor, in the language of the session.
@Path("/api/formula")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FormulaResource {
  private final PageContexts contexts;
  private final FormulaScopes scopes;
  private final FormulaTrial trial;

  FormulaResource(PageContexts contexts, FormulaScopes scopes, FormulaTrial trial) {
    this.contexts = contexts;
    this.scopes = scopes;
    this.trial = trial;
  }

  @GET
  @Path("functions")
  @RolesAllowed(Roles.USER)
  public FormulaAnswer.Functions functions() {
    return new FormulaAnswer.Functions(FunctionCard.all(contexts.current().words().locale()));
  }

  /// The names that may stand first in a path, or after the steps of `path` (`account.owner`).
  @GET
  @Path("names")
  @RolesAllowed(Roles.USER)
  public FormulaAnswer.Names names(
      @RestQuery @Nullable String object,
      @RestQuery @Nullable String scope,
      @RestQuery @Nullable String path,
      @RestQuery @Nullable String referring) {
    PageContext page = contexts.current();
    List<String> steps = path == null || path.isEmpty() ? List.of() : List.of(path.split("\\."));
    return new FormulaEditor(page, scopes.place(page, object, scope, referring)).names(steps);
  }

  @POST
  @Path("check")
  @RolesAllowed(Roles.USER)
  public FormulaAnswer.Findings check(@Nullable FormulaBody body) {
    return editor(body).check(required(body));
  }

  @POST
  @Path("spelling")
  @RolesAllowed(Roles.USER)
  public FormulaAnswer.Text spelling(@Nullable FormulaBody body) {
    return editor(body).translate(required(body));
  }

  /// A text from elsewhere in our names.
  @POST
  @Path("adopt")
  @RolesAllowed(Roles.USER)
  public FormulaAnswer.Text adopt(@Nullable FormulaBody body) {
    return editor(body).adopt(required(body));
  }

  /// What it yields for one record.
  @POST
  @Path("trial")
  @RolesAllowed(Roles.USER)
  public FormulaAnswer.Outcome trial(@Nullable FormulaBody body) {
    return trial.run(editor(body), required(body), FormulaTrial.id(required(body).record()));
  }

  private FormulaEditor editor(@Nullable FormulaBody body) {
    PageContext page = contexts.current();
    FormulaBody given = required(body);
    return new FormulaEditor(
        page, scopes.place(page, given.object(), given.scope(), given.referring()));
  }

  private static FormulaBody required(@Nullable FormulaBody body) {
    if (body == null) {
      throw new ProblemException(UiError.BODY_MISSING);
    }
    return body;
  }
}
