package dev.huozi.ui.load;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordService;
import dev.huozi.record.query.NameResolver;
import dev.huozi.ui.api.ListRequest;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.listview.ListViewKind;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.list.ListAddress;
import dev.huozi.ui.page.list.ListColumn;
import dev.huozi.ui.page.list.ListPages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Lists as files, for programs by the parameters of the API, for people by those of the page.
@Path("/")
@RunOnVirtualThread
public final class ExportResource {
  private final RequestContexts contexts;
  private final PageContexts pages;
  private final SnapshotRegistry snapshots;
  private final RecordService records;
  private final ListPages lists;
  private final Exports exports;
  private final ListRequest requests;

  ExportResource(
      RequestContexts contexts,
      PageContexts pages,
      SnapshotRegistry snapshots,
      RecordService records,
      ListPages lists,
      Exports exports,
      ListViewKind views) {
    this.contexts = contexts;
    this.pages = pages;
    this.snapshots = snapshots;
    this.records = records;
    this.lists = lists;
    this.exports = exports;
    this.requests = new ListRequest(views);
  }

  @GET
  @Path("api/export/{object}")
  @RolesAllowed(Roles.USER)
  public Response export(@RestPath String object, UriInfo uri) {
    RequestContext context = contexts.current();
    MetadataSnapshot snapshot = snapshots.current(context);
    ObjectModel model = new NameResolver(snapshot).object(object);
    ListQuery query = requests.read(uri, model, snapshot, "format");
    List<ListColumn> columns =
        query.fields().isEmpty()
            ? ListColumn.all(snapshot, model)
            : ListColumn.resolve(snapshot, model, query.fields());
    return answer(context, new Exports.Wanted(model, columns, query, snapshot), uri);
  }

  @GET
  @Path("a/{app}/o/{object}/export")
  @RolesAllowed(Roles.USER)
  public Response exportOfPage(@RestPath String app, @RestPath String object, UriInfo uri) {
    PageContext context = pages.current();
    ListAddress address = ListAddress.read(app, object, uri.getQueryParameters());
    return answer(context.request(), lists.export(context, address), uri);
  }

  /// The first row is asked for before the answer begins: what is wrong with the question is told
  /// as such, not as half a file.
  private Response answer(RequestContext context, Exports.Wanted wanted, UriInfo uri) {
    ExportForm form = form(uri.getQueryParameters().getFirst("format"));
    ListQuery asked = wanted.query();
    records.list(
        context,
        new ListQuery(
            asked.object(),
            asked.fields(),
            asked.filters(),
            asked.search(),
            asked.sort(),
            1,
            asked.cursor(),
            false));
    String label =
        wanted.object().definition().label().get(context.locale(), wanted.object().name());
    StreamingOutput file = out -> exports.write(context, wanted, form, out);
    return Downloads.file(file, form.type(), label + "-" + context.today() + form.ending());
  }

  private static ExportForm form(@Nullable String name) {
    ExportForm form = ExportForm.find(name);
    if (form == null) {
      throw new ProblemException(
          UiError.PARAMETER_INVALID,
          "name",
          "format",
          "value",
          String.valueOf(name),
          "expected",
          "csv, gb18030, xlsx");
    }
    return form;
  }
}
