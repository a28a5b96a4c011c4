package dev.huozi.sample.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.ListQuery;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.ShapeCache;
import dev.huozi.record.sql.FormulaFilterCompiler;
import dev.huozi.ui.layout.Layout;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The lists of the packs are answerable: their filters compile, their columns and sorts exist and
/// can be used so.
@Tag("fast")
class PackListsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final UUID USER = new UUID(0, 1);

  private final MetadataSnapshot snapshot = SamplePacks.snapshot();
  private final QueryAnalyzer analyzer =
      new QueryAnalyzer(
          new FormulaFilterCompiler(),
          RowAccess.EVERYTHING,
          new CursorCodec(_ -> new byte[32]),
          new ShapeCache(3));

  @Test
  void every_view_can_be_asked_for() {
    Collection<ListView> views = snapshot.all(ListViewKind.KIND);
    assertThat(views).hasSizeGreaterThan(40);
    for (ListView view : views) {
      String filter = view.filter();
      List<String> filters = filter == null ? List.of() : List.of(filter);
      ListQuery query = query(view.object(), view.columns(), filters, view.sort());
      assertThatCode(() -> analyzer.list(query, snapshot, context()))
          .as(view.name())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void every_related_list_can_be_asked_for() {
    Collection<Layout> layouts = snapshot.all(LayoutKind.KIND);
    for (Layout layout : layouts) {
      for (Layout.RelatedList related : layout.related()) {
        ListQuery query = query(related.object(), related.columns(), List.of(), related.sort());
        assertThatCode(() -> analyzer.list(query, snapshot, context()))
            .as("%s of %s", related.object(), layout.name())
            .doesNotThrowAnyException();
      }
    }
  }

  private static ListQuery query(
      String object, List<String> fields, List<String> filters, List<String> sort) {
    List<ListQuery.Sort> keys =
        sort.stream()
            .map(key ->
                key.startsWith("-")
                    ? new ListQuery.Sort(key.substring(1), true)
                    : new ListQuery.Sort(key, false))
            .toList();
    return new ListQuery(object, fields, filters, null, keys, 25, null, false);
  }

  private static RequestContext context() {
    SqlIdentifier schema = new SqlIdentifier("t_0");
    Tenant tenant =
        new Tenant(
            0,
            "test",
            "Test",
            schema,
            schema,
            schema,
            ZONE,
            "CNY",
            SortCollation.ZH,
            Locale.CHINESE,
            null);
    Principal principal = new Principal(USER, USER, "Li", Principal.Role.USER);
    Clock clock = Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZONE);
    return new RequestContext(tenant, principal, 1, Locale.CHINESE, ZONE, clock, "test");
  }
}
