package dev.huozi.ui.page;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.record.RecordSheets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;

/// Ctrl+K: entries of the menu and records of the reader's app, found by a few letters.
@Path("jump")
@RunOnVirtualThread
public final class JumpResource {
  private static final int OBJECTS = 6;
  private static final int RECORDS_EACH = 4;
  private static final int LONGEST_SEARCH = 100;

  private final PageContexts contexts;
  private final Pages pages;
  private final RecordService records;

  JumpResource(PageContexts contexts, Pages pages, RecordService records) {
    this.contexts = contexts;
    this.pages = pages;
    this.records = records;
  }

  /// What was found.
  public record JumpPage(String search, List<Hit> hits) {
    public JumpPage {
      hits = List.copyOf(hits);
    }
  }

  /// One place to go to.
  ///
  /// @param kind what it is, in words
  public record Hit(String label, String href, String icon, String kind) {}

  @GET
  @RolesAllowed(Roles.USER)
  public Response search(@RestQuery String q) {
    PageContext page = contexts.current();
    String words = Objects.toString(q, "").strip();
    String search = words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    Navigation navigation = pages.navigation(page);
    List<Hit> hits = new ArrayList<>(places(page, navigation, search));
    if (!search.isEmpty()) {
      hits.addAll(found(page, search));
    }
    JumpPage model = new JumpPage(search, hits);
    return pages.asksFor("jump-results")
        ? pages.fragment(page, "jump", "results", model)
        : pages.page(
            page,
            new Place(null, null, Place.Area.RECORDS),
            page.words().get("jump"),
            "jump",
            model);
  }

  private static List<Hit> places(PageContext page, Navigation navigation, String search) {
    List<Navigation.Entry> entries = new ArrayList<>(navigation.items());
    entries.addAll(navigation.administration());
    String wanted = search.toLowerCase(Locale.ROOT);
    return entries.stream()
        .filter(entry -> entry.label().toLowerCase(Locale.ROOT).contains(wanted))
        .map(entry ->
            new Hit(entry.label(), entry.href(), entry.icon(), page.words().get("jump_page")))
        .toList();
  }

  private List<Hit> found(PageContext page, String search) {
    List<Hit> hits = new ArrayList<>();
    for (ObjectHead head : pages.objectsOfApp(page, OBJECTS)) {
      ObjectModel object = page.object(head.name());
      List<String> fields = List.of(object.nameField().name());
      ListQuery query =
          new ListQuery(
              object.name(), fields, List.of(), search, List.of(), RECORDS_EACH, null, false);
      for (RecordView record : records.list(page.request(), query).records()) {
        hits.add(
            new Hit(
                RecordSheets.title(page, object, record),
                Addresses.record(object.name(), record.id()),
                head.icon(),
                head.label()));
      }
    }
    return hits;
  }
}
