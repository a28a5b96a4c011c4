package dev.huozi.ui.form;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.UiDefinitions;
import dev.huozi.ui.page.ValueView;
import dev.huozi.ui.page.record.RecordLayout;
import dev.huozi.ui.page.record.RecordSheets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/// What a lookup offers while one types: records by their searchable texts, those changed last
/// first.
@Path("lookup/{object}")
@RunOnVirtualThread
public final class LookupResource {
  private static final int OFFERED = 8;
  private static final int HINTS = 2;
  private static final int LONGEST_SEARCH = 100;

  private final PageContexts contexts;
  private final Pages pages;
  private final RecordService records;
  private final UiDefinitions definitions;

  LookupResource(
      PageContexts contexts, Pages pages, RecordService records, UiDefinitions definitions) {
    this.contexts = contexts;
    this.pages = pages;
    this.records = records;
    this.definitions = definitions;
  }

  /// One record to choose.
  ///
  /// @param hint a few more values, to tell records of one name apart
  public record Offer(String value, String name, String hint) {}

  @GET
  @RolesAllowed(Roles.USER)
  public Response search(@PathParam("object") String name, @RestQuery String q) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    List<FieldModel> hints =
        RecordLayout.of(page, object, definitions).highlights().stream().limit(HINTS).toList();
    List<String> fields =
        Stream.concat(Stream.of(object.nameField().name()), hints.stream().map(FieldModel::name))
            .distinct()
            .toList();
    String words = Objects.toString(q, "").strip();
    String search =
        words.isEmpty() ? null : words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    List<ListQuery.Sort> order = List.of(new ListQuery.Sort("updated_at", true));
    ListQuery query =
        new ListQuery(object.name(), fields, List.of(), search, order, OFFERED, null, false);
    List<Offer> offers =
        records.list(page.request(), query).records().stream()
            .map(found -> offer(page, object, hints, found))
            .toList();
    return pages.fragment(page, "control/lookup", "offers", offers);
  }

  private static Offer offer(
      PageContext page, ObjectModel object, List<FieldModel> hints, RecordView found) {
    String hint =
        hints.stream()
            .map(field -> page.values().of(field.field(), found.get(field.name())))
            .filter(value -> !(value instanceof ValueView.Blank))
            .map(ValueView::text)
            .collect(Collectors.joining(" · "));
    return new Offer(
        object.name() + ":" + found.id(), RecordSheets.title(page, object, found), hint);
  }
}
