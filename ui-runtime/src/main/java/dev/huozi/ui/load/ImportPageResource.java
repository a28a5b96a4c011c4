package dev.huozi.ui.load;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.job.ImportJob;
import dev.huozi.record.load.job.ImportLine;
import dev.huozi.record.load.job.ImportState;
import dev.huozi.record.load.job.ImportWorker;
import dev.huozi.record.load.job.Imports;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import dev.huozi.ui.page.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Imports for people: send a file, say where its columns go, try it, load it, watch it, take it
/// back.
@Path("imports")
@RunOnVirtualThread
public final class ImportPageResource {
  private static final String TEMPLATE = "import";
  private static final String PART = "import";
  private static final int LINES = 101;

  private final PageContexts contexts;
  private final Pages pages;
  private final Imports imports;
  private final ImportWorker worker;

  ImportPageResource(PageContexts contexts, Pages pages, Imports imports, ImportWorker worker) {
    this.contexts = contexts;
    this.pages = pages;
    this.imports = imports;
    this.worker = worker;
  }

  @GET
  @RolesAllowed(Roles.USER)
  public Response list(@RestQuery @Nullable String object) {
    PageContext page = contexts.current();
    ImportPages drawn = new ImportPages(page);
    ImportPage.Overview model =
        new ImportPage.Overview(
            imports.list(page.request()).stream().map(drawn::summary).toList(),
            object == null ? "" : object);
    return pages.page(page, Place.imports(), page.words().get("imports_title"), "imports", model);
  }

  /// The page, or for a script the part of it that changes while somebody works on the import.
  ///
  /// @param object what the file is to fill, where that is not settled yet
  @GET
  @Path("{id}")
  @RolesAllowed(Roles.USER)
  public Response show(@RestPath String id, @RestQuery @Nullable String object) {
    PageContext page = contexts.current();
    ImportJob job = imports.find(page.request(), ImportResource.id(id));
    return show(200, page, job, object, List.of());
  }

  private Response show(
      int status, PageContext page, ImportJob job, @Nullable String object, List<String> problems) {
    List<ImportLine> lines =
        job.tally().position() == 0
            ? List.of()
            : imports.lines(page.request(), job.id(), List.of(ImportLine.Kind.values()), 0, LINES);
    ImportPage model =
        new ImportPages(page).of(job, profile(page, job, object), object, lines, problems);
    if (pages.asksFor(PART)) {
      return pages.fragment(page, TEMPLATE, PART, model);
    }
    return pages.page(status, page, Place.imports(), job.name(), TEMPLATE, model);
  }

  /// What is confirmed; else what is asked for; else what files of these columns had last.
  private @Nullable ImportProfile profile(
      PageContext page, ImportJob job, @Nullable String object) {
    if (object != null && !object.isEmpty() && page.snapshot().object(object) != null) {
      return imports.propose(page.request(), job, object);
    }
    ImportProfile set = job.profile();
    return set != null || job.file().header().isEmpty()
        ? set
        : imports.remembered(page.request(), job);
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response act(@RestPath String id, MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    ImportJob job = imports.find(page.request(), ImportResource.id(id));
    try {
      act(page, job, form);
    } catch (ProblemException refused) {
      List<String> problems = Refusal.texts(refused, page.words());
      return show(422, page, imports.find(page.request(), job.id()), null, problems);
    }
    worker.wake(page.request().tenant());
    return Redirects.to(Addresses.IMPORTS + "/" + job.id());
  }

  private void act(PageContext page, ImportJob job, MultivaluedMap<String, String> form) {
    UUID id = job.id();
    String action = text(form, "action");
    if (job.state() == ImportState.READY || job.state() == ImportState.CHECKED) {
      if (action.equals("check") || action.equals("start")) {
        imports.map(page.request(), id, read(page, job, form));
      }
    }
    switch (action) {
      case "check" -> imports.check(page.request(), id);
      case "start" -> imports.start(page.request(), id);
      case "pause" -> imports.pause(page.request(), id);
      case "cancel" -> imports.cancel(page.request(), id);
      case "undo" -> imports.undo(page.request(), id);
      default -> {
        // nothing was asked for
      }
    }
  }

  /// The mapping as the form has it; several targets are not edited here but kept.
  private ImportProfile read(PageContext page, ImportJob job, MultivaluedMap<String, String> form) {
    if (text(form, "object").isEmpty()) {
      ImportProfile kept = profile(page, job, null);
      return kept == null ? new ImportProfile(null, null, null, null, List.of()) : kept;
    }
    List<ImportProfile.Column> columns = new ArrayList<>();
    for (int i = 0; i < job.file().header().size(); i++) {
      String chosen = text(form, "c" + i);
      if (!chosen.isEmpty()) {
        columns.add(ColumnChoice.read(chosen).column(job.file().header().get(i)));
      }
    }
    String key = text(form, "key");
    List<String> dates =
        Arrays.stream(text(form, "dates").split("\\s+", -1)).filter(one -> !one.isEmpty()).toList();
    ImportProfile.Formats formats =
        new ImportProfile.Formats(dates, text(form, "decimal").equals(",") ? "," : ".", null, null);
    ImportProfile.Target target =
        ImportProfile.Target.of(
            text(form, "object"), key.isEmpty() ? null : key, form.containsKey("clear"), columns);
    return new ImportProfile(null, null, null, formats, List.of(target));
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "").strip();
  }
}
