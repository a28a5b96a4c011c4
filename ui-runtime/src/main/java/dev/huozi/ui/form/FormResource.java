package dev.huozi.ui.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import dev.huozi.ui.page.record.RecordSheets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Forms of new and of stored records. What cannot be saved comes back as the same form with its
/// errors.
@Path("o/{object}")
@RunOnVirtualThread
public final class FormResource {
  private static final String TEMPLATE = "form";

  private final PageContexts contexts;
  private final Pages pages;
  private final RecordService records;
  private final FormPages forms;
  private final FormDefaults defaults;
  private final LiveForms live;

  FormResource(
      PageContexts contexts,
      Pages pages,
      RecordService records,
      FormPages forms,
      FormDefaults defaults,
      LiveForms live) {
    this.contexts = contexts;
    this.pages = pages;
    this.records = records;
    this.forms = forms;
    this.defaults = defaults;
    this.live = live;
  }

  /// The short address of an object: its list, in the reader's app.
  @GET
  @RolesAllowed(Roles.USER)
  public Response list(@PathParam("object") String name) {
    PageContext page = contexts.current();
    return Redirects.to(pages.listHref(page, page.object(name).name()));
  }

  @GET
  @Path("new")
  @RolesAllowed(Roles.USER)
  public Response create(@PathParam("object") String name, @Context UriInfo uri) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    FormValues values = defaults.of(page, object, uri.getQueryParameters());
    String next = Addresses.local(uri.getQueryParameters().getFirst("next"), "");
    return answer(
        200,
        page,
        name,
        forms.create(
            page,
            object,
            live.of(page, object, null, SubmittedForm.untouched(values, FormValues.EMPTY), false),
            pages.listHref(page, name),
            next,
            new FieldErrors()));
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response create(@PathParam("object") String name, MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    SubmittedForm submitted = SubmittedForm.read(object, form);
    String next = Addresses.local(submitted.next(), "");
    FieldErrors errors = new FieldErrors();
    ObjectNode values = submitted.changes(object, true, format(page), page.words(), errors);
    try {
      if (errors.isEmpty()) {
        RecordView made =
            records.execute(
                page.request(), new RecordCommand.Create(object.name(), values, submitted.key()));
        pages.announce("flash_created", RecordSheets.title(page, object, made));
        return Redirects.to(afterCreate(submitted, object, made, next));
      }
    } catch (ProblemException problem) {
      errors = refused(problem, object, page);
    }
    return answer(
        422,
        page,
        name,
        forms.create(
            page,
            object,
            live.of(page, object, null, submitted, true),
            pages.listHref(page, name),
            next,
            errors));
  }

  @GET
  @Path("{id:[0-9a-fA-F-]{36}}/edit")
  @RolesAllowed(Roles.USER)
  public Response edit(@PathParam("object") String name, @PathParam("id") UUID id) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    RecordView record = records.get(page.request(), object.name(), id, List.of());
    FormValues values = FormValues.of(object, record, format(page));
    LiveForm opened = live.of(page, object, id, SubmittedForm.untouched(values, values), false);
    return answer(
        200, page, name, forms.edit(page, object, record, opened, new FieldErrors(), null));
  }

  @POST
  @Path("{id:[0-9a-fA-F-]{36}}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response edit(
      @PathParam("object") String name,
      @PathParam("id") UUID id,
      MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    SubmittedForm submitted = SubmittedForm.read(object, form);
    FieldErrors errors = new FieldErrors();
    ObjectNode values = submitted.changes(object, false, format(page), page.words(), errors);
    String here = Addresses.record(object.name(), id);
    try {
      if (errors.isEmpty() && values.isEmpty()) {
        return Redirects.to(here);
      }
      if (errors.isEmpty()) {
        RecordView saved =
            records.execute(
                page.request(),
                new RecordCommand.Update(object.name(), id, submitted.version(), values));
        pages.announce("flash_saved", RecordSheets.title(page, object, saved));
        return Redirects.to(here);
      }
    } catch (ProblemException problem) {
      if (Merges.isStale(problem)) {
        return merge(page, object, id, submitted);
      }
      errors = refused(problem, object, page);
    }
    RecordView record = records.get(page.request(), object.name(), id, List.of());
    return answer(
        422,
        page,
        name,
        forms.edit(page, object, record, live.of(page, object, id, submitted, true), errors, null));
  }

  /// What rules make of a new record that is still being filled in.
  @POST
  @Path("live")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public ObjectNode live(@PathParam("object") String name, MultivaluedMap<String, String> form) {
    return live(name, null, form);
  }

  /// The same of a stored record that is being changed.
  @POST
  @Path("{id:[0-9a-fA-F-]{36}}/live")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public ObjectNode live(
      @PathParam("object") String name,
      @PathParam("id") @Nullable UUID id,
      MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    SubmittedForm submitted = SubmittedForm.read(object, form);
    LiveForm now = live.of(page, object, id, submitted, form.containsKey("tried"));
    return new LiveAnswer(page, pages, forms, object).of(now, submitted, id == null);
  }

  /// The fields that depend on the changed one, as they are now.
  @POST
  @Path("patch")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response patch(
      @PathParam("object") String name,
      @RestQuery String changed,
      MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    SubmittedForm submitted = SubmittedForm.read(object, form);
    String field = Objects.toString(changed, "");
    return pages.part(
        page,
        "part/patch",
        forms.dependents(page, object, live.asking(page, object, submitted.values()), field));
  }

  private Response merge(PageContext page, ObjectModel object, UUID id, SubmittedForm submitted) {
    RecordView theirs = records.get(page.request(), object.name(), id, List.of());
    Merges merges = new Merges(page, object, format(page));
    SubmittedForm merged =
        SubmittedForm.untouched(
            merges.merged(submitted, theirs), FormValues.of(object, theirs, format(page)));
    FormPage form =
        forms.edit(
            page,
            object,
            theirs,
            live.of(page, object, id, merged, true),
            new FieldErrors(),
            merges.merge(submitted, theirs));
    return answer(412, page, object.name(), form);
  }

  private static FieldErrors refused(
      ProblemException problem, ObjectModel object, PageContext page) {
    Category category = problem.code().category();
    if (category == Category.NOT_FOUND
        || category == Category.FORBIDDEN
        || category == Category.INTERNAL) {
      throw problem;
    }
    return FieldErrors.of(problem, object, page.words());
  }

  private static String afterCreate(
      SubmittedForm submitted, ObjectModel object, RecordView made, String next) {
    if (submitted.another()) {
      return Addresses.query(Addresses.create(object.name()), Map.of("next", next));
    }
    return next.isEmpty() ? Addresses.record(object.name(), made.id()) : next;
  }

  private Response answer(int status, PageContext page, String name, FormPage form) {
    return pages.page(status, page, Place.record(name), form.title(), TEMPLATE, form);
  }

  private static FieldText format(PageContext page) {
    return new FieldText(page.request().userZone());
  }
}
