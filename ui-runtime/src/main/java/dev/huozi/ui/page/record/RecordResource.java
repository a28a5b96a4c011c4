package dev.huozi.ui.page.record;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.action.RecordActions;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/// One record: its page, its long related lists, its deletion.
@Path("o/{object}/{id:[0-9a-fA-F-]{36}}")
@RunOnVirtualThread
public final class RecordResource {
  private static final String DIALOG = "dialog-body";

  private final PageContexts contexts;
  private final Pages pages;
  private final RecordService records;
  private final RecordActions actions;
  private final RecordSheets sheets;
  private final DeletePages deletions;
  private final Icons icons;

  RecordResource(
      PageContexts contexts,
      Pages pages,
      RecordService records,
      RecordActions actions,
      RecordSheets sheets,
      DeletePages deletions,
      Icons icons) {
    this.contexts = contexts;
    this.pages = pages;
    this.records = records;
    this.actions = actions;
    this.sheets = sheets;
    this.deletions = deletions;
    this.icons = icons;
  }

  @GET
  @RolesAllowed(Roles.USER)
  public Response show(@PathParam("object") String name, @PathParam("id") UUID id) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    RecordSheet sheet = sheets.sheet(page, object, id, pages.listHref(page, name));
    return pages.page(page, Place.record(name), sheet.title(), "record", sheet);
  }

  @GET
  @Path("related/{index}")
  @RolesAllowed(Roles.USER)
  public Response related(
      @PathParam("object") String name, @PathParam("id") UUID id, @PathParam("index") int index) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    RecordView record = records.get(page.request(), name, id, List.of(object.nameField().name()));
    RecordSheet.Related related = sheets.related(page, object, record, index, ListQuery.MAX_LIMIT);
    if (related == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    RelatedPage model =
        new RelatedPage(
            ObjectHead.of(page, object, icons),
            RecordSheets.title(page, object, record),
            Addresses.record(name, id),
            related);
    return pages.page(page, Place.record(name), related.label(), "related", model);
  }

  @POST
  @Path("actions/{action}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response act(
      @PathParam("object") String name,
      @PathParam("id") UUID id,
      @PathParam("action") String action,
      @FormParam("version") int version) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    try {
      RecordView record = actions.run(page.request(), object.name(), id, version, action);
      pages.announce("flash_saved", RecordSheets.title(page, object, record));
      return Redirects.to(Addresses.record(name, id));
    } catch (ProblemException problem) {
      Category category = problem.code().category();
      if (category == Category.NOT_FOUND || category == Category.INTERNAL) {
        throw problem;
      }
      String href = pages.listHref(page, name);
      RecordSheet sheet = sheets.sheet(page, object, id, href, page.words().describeAll(problem));
      return pages.page(
          problem.code().status(), page, Place.record(name), sheet.title(), "record", sheet);
    }
  }

  @GET
  @Path("delete")
  @RolesAllowed(Roles.USER)
  public Response askDelete(@PathParam("object") String name, @PathParam("id") UUID id) {
    PageContext page = contexts.current();
    DeletePage question = deletions.page(page, page.object(name), id, null);
    return pages.asksFor(DIALOG)
        ? pages.fragment(page, "delete", "question", question)
        : pages.page(
            page,
            Place.record(name),
            page.words().get("delete_title", question.title()),
            "delete",
            question);
  }

  @POST
  @Path("delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response delete(
      @PathParam("object") String name,
      @PathParam("id") UUID id,
      @FormParam("version") int version) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    try {
      RecordView gone =
          records.execute(page.request(), new RecordCommand.Delete(object.name(), id, version));
      pages.announce("flash_deleted", RecordSheets.title(page, object, gone));
      return Redirects.to(pages.listHref(page, name));
    } catch (ProblemException problem) {
      if (problem.code().category() != Category.CONFLICT
          && problem.code().category() != Category.USER) {
        throw problem;
      }
      DeletePage again = deletions.page(page, object, id, page.words().describe(problem));
      String title = page.words().get("delete_title", again.title());
      return pages.page(problem.code().status(), page, Place.record(name), title, "delete", again);
    }
  }
}
