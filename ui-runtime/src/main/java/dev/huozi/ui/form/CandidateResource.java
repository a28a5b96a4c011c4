package dev.huozi.ui.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.CandidateQuery;
import dev.huozi.record.RecordService;
import dev.huozi.record.query.ReferenceTargets;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.UiDefinitions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a lookup with a filter offers, by what the form around it holds.
@Path("o/{object}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public final class CandidateResource {
  private final PageContexts contexts;
  private final Pages pages;
  private final RecordService records;
  private final UiDefinitions definitions;

  CandidateResource(
      PageContexts contexts, Pages pages, RecordService records, UiDefinitions definitions) {
    this.contexts = contexts;
    this.pages = pages;
    this.records = records;
    this.definitions = definitions;
  }

  /// For a record that is being made.
  @POST
  @Path("candidates/{field}")
  @RolesAllowed(Roles.USER)
  public Response ofNew(
      @PathParam("object") String object,
      @PathParam("field") String field,
      @RestQuery String q,
      MultivaluedMap<String, String> form) {
    return offer(object, field, null, q, form);
  }

  /// For a record that is being changed.
  @POST
  @Path("{id:[0-9a-fA-F-]{36}}/candidates/{field}")
  @RolesAllowed(Roles.USER)
  public Response ofStored(
      @PathParam("object") String object,
      @PathParam("id") UUID id,
      @PathParam("field") String field,
      @RestQuery String q,
      MultivaluedMap<String, String> form) {
    return offer(object, field, id, q, form);
  }

  private Response offer(
      String name,
      String fieldName,
      @Nullable UUID id,
      @Nullable String words,
      MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    FieldModel field = object.field(fieldName);
    ObjectModel target = field == null ? null : ReferenceTargets.single(field, page.snapshot());
    if (field == null || target == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    FieldText format = new FieldText(page.request().userZone());
    // What cannot be read yet counts as not typed.
    ObjectNode values =
        SubmittedForm.read(object, form)
            .changes(object, id == null, format, page.words(), new FieldErrors());
    Offers offers = Offers.of(page, target, definitions);
    CandidateQuery query =
        new CandidateQuery(object.name(), field.name(), id, values, offers.query(words));
    return pages.fragment(
        page, "control/lookup", "offers", offers.of(records.candidates(page.request(), query)));
  }
}
