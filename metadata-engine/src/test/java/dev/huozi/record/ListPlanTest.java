package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How PostgreSQL runs the statements of lists: pages come from an index, at the beginning and in
/// the middle, in both directions. `-Dhuozi.rows=100000` makes more rows; the plans are printed.
@Tag("db")
class ListPlanTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int ROWS = Integer.getInteger("huozi.rows", 20_000);

  private static RecordBench bench;

  @BeforeAll
  static void rows() {
    bench = new RecordBench(DATABASE, "plans");
    for (int i = 0; i < 20; i++) {
      bench.create("user", "{\"name\": \"rep " + i + "\"}");
    }
    bench.create("dealer", "{\"name\": \"d\", \"grade\": 1}");
    fill();
  }

  /// Every fourth store was never seen; each of twenty-one people owns as many.
  private static void fill() {
    String columns =
        String.join(
            ", ",
            List.of("name", "owner", "seen", "channel", "qty", "open", "dealer").stream()
                .map(field -> bench.column("store", field).quoted())
                .toList());
    bench.run(
        """
        insert into %s (id, version, created_at, created_by, updated_at, updated_by, %s)
        select gen_random_uuid(), 1, now(), u.id, now(), u.id, '店' || n, u.id,
          case when n %% 4 > 0 then timestamptz '2025-01-01' + n * interval '1 minute' end,
          case when n %% 3 = 0 then 'MT' else 'GT' end, n %% 1000, n %% 2 = 0, d.id
        from generate_series(1, %d) n
          join (select id, row_number() over (order by id) - 1 as i, count(*) over () as people from %s) u on n %% u.people = u.i
          cross join %s d
        """
            .formatted(
                bench.object("store").table(),
                columns,
                ROWS,
                bench.object("user").table(),
                bench.object("dealer").table()));
    bench.run("analyze " + bench.object("store").table());
  }

  @Test
  void the_newest_of_mine_come_from_the_index_of_owner_and_time() {
    ListQuery query =
        list(
            "channel in (\"MT\", \"GT\") and qty > 10 and owner = $User",
            new ListQuery.Sort("seen", true));
    assertFromIndex(explain("first page", query));
    assertFromIndex(explain("a page in the middle", at(query, 20)));
  }

  @Test
  void the_oldest_of_all_come_from_the_index_of_time() {
    ListQuery query = list("qty > 10", new ListQuery.Sort("seen", false));
    assertFromIndex(explain("first page of all", query));
    assertFromIndex(explain("a page of all in the middle", at(query, 100)));
  }

  @Test
  void mine_by_name_come_from_the_index_in_the_tenants_order() {
    ListQuery query = list("owner = $User", new ListQuery.Sort("name", false));
    assertFromIndex(explain("by name", query));
    assertFromIndex(explain("by name in the middle", at(query, 20)));
  }

  private static ListQuery list(String filter, ListQuery.Sort sort) {
    return new ListQuery(
        "store",
        List.of("name", "code", "channel", "qty", "open", "seen", "owner", "dealer"),
        List.of(filter),
        null,
        List.of(sort),
        25,
        null,
        false);
  }

  /// The page that begins after some pages.
  private static ListQuery at(ListQuery query, int pages) {
    String cursor = null;
    for (int i = 0; i < pages; i++) {
      cursor = bench.records().list(bench.context(), with(query, cursor)).next();
    }
    return with(query, cursor);
  }

  private static ListQuery with(ListQuery query, @Nullable String cursor) {
    return new ListQuery(
        query.object(),
        query.fields(),
        query.filters(),
        null,
        query.sort(),
        query.limit(),
        cursor,
        false);
  }

  /// The plan as it ran.
  private static List<String> explain(String title, ListQuery query) {
    SqlFragment statement = bench.statement(query);
    List<String> plan =
        bench.ask(
            "explain (analyze, costs off, timing off) " + statement.text(), statement.parameters());
    if (System.getProperty("huozi.rows") != null) {
      System.out.println("--- " + title + "\n" + String.join("\n", plan));
    }
    return plan;
  }

  /// No row beyond the page is sorted and the table is never read as a whole.
  private static void assertFromIndex(List<String> plan) {
    String text = String.join("\n", plan);
    assertThat(text).contains("Index Scan");
    assertThat(text).doesNotContain("Seq Scan on " + bench.object("store").table());
    assertThat(rows(plan)).as("most rows that a node yields:\n%s", text).isLessThanOrEqualTo(60);
  }

  private static int rows(List<String> plan) {
    List<Integer> counts = new ArrayList<>();
    for (String line : plan) {
      var matcher = java.util.regex.Pattern.compile("actual rows=([0-9]+)").matcher(line);
      if (matcher.find()) {
        counts.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return Collections.max(counts);
  }
}
