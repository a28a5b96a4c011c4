package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Going through a list page by page, there and back, over many ties and blanks.
@Tag("db")
class KeysetPagingTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int STORES = 180;
  private static final List<String> KEYS =
      List.of(
          "name",
          "qty",
          "price",
          "open",
          "opened",
          "seen",
          "channel",
          "dealer",
          "dealer.grade",
          "created_at",
          "email");

  private static RecordBench bench;
  private static final long SEED = Long.getLong("huozi.seed", System.nanoTime());

  @BeforeAll
  static void stores() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    bench = new RecordBench(DATABASE, "paging");
    List<UUID> dealers =
        bench
            .records()
            .createAll(
                bench.context(),
                "dealer",
                List.of(
                    RecordBench.json("{\"name\": \"甲\", \"grade\": 1}"),
                    RecordBench.json("{\"name\": \"乙\"}"),
                    RecordBench.json("{\"name\": \"甲\", \"grade\": 2}")));
    List<ObjectNode> stores = new ArrayList<>();
    for (int i = 0; i < STORES; i++) {
      stores.add(store(random, dealers, i));
    }
    bench.records().createAll(bench.context(), "store", stores);
  }

  private static ObjectNode store(Random random, List<UUID> dealers, int number) {
    ObjectNode store = Json.mapper().createObjectNode();
    store.put(
        "name",
        pick(random, "北京", "上海", "安徽", "Apple", "apple", "ÄPFEL", "张三", "店 1", "店 10", "店 2"));
    maybe(random, () -> store.put("qty", random.nextInt(4)));
    maybe(random, () -> store.put("price", random.nextInt(3) - 1));
    store.put("open", random.nextBoolean());
    maybe(random, () -> store.put("opened", "2026-01-0" + (1 + random.nextInt(3))));
    maybe(random, () -> store.put("seen", "2026-01-01T00:00:00.00000" + random.nextInt(3) + "Z"));
    maybe(random, () -> store.put("channel", pick(random, "MT", "GT")));
    maybe(
        random, () -> store.put("dealer", dealers.get(random.nextInt(dealers.size())).toString()));
    maybe(random, () -> store.put("email", "m" + number + "@example.com"));
    return store;
  }

  private static void maybe(Random random, Runnable put) {
    if (random.nextInt(3) > 0) {
      put.run();
    }
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }

  @Test
  void pages_there_and_back_are_the_whole_list_in_order() {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < 40; round++) {
      List<ListQuery.Sort> sort = sort(random, round);
      int limit = 1 + random.nextInt(60);
      List<UUID> whole = whole(sort);
      assertThat(whole).as("sorted by %s", sort).hasSize(STORES).doesNotHaveDuplicates();
      List<RecordPage> forward = forward(sort, limit);
      assertThat(ids(forward)).as("forward by %s in pages of %d", sort, limit).isEqualTo(whole);
      List<RecordPage> backward = backward(sort, limit, forward.getLast());
      assertThat(ids(backward))
          .as("backward by %s in pages of %d", sort, limit)
          .isEqualTo(whole.subList(0, STORES - forward.getLast().records().size()));
    }
  }

  private static List<ListQuery.Sort> sort(Random random, int round) {
    List<ListQuery.Sort> sort = new ArrayList<>();
    List<String> others = new ArrayList<>(KEYS);
    String first = others.remove(round % KEYS.size());
    Collections.shuffle(others, random);
    sort.add(new ListQuery.Sort(first, random.nextBoolean()));
    for (String key : others.subList(0, random.nextInt(3))) {
      sort.add(new ListQuery.Sort(key, random.nextBoolean()));
    }
    return sort;
  }

  /// The list by one plain statement of the test's own.
  private List<UUID> whole(List<ListQuery.Sort> sort) {
    List<String> order = new ArrayList<>();
    for (ListQuery.Sort key : sort) {
      order.add(column(key.field()) + (key.descending() ? " desc" : " asc") + " nulls last");
    }
    order.add("s.id" + (sort.getLast().descending() ? " desc" : " asc"));
    String sql =
        "select s.id from %s s left join %s d on d.id = s.%s order by %s"
            .formatted(
                bench.object("store").table(),
                bench.object("dealer").table(),
                bench.column("store", "dealer"),
                String.join(", ", order));
    return bench.ask(sql).stream().map(UUID::fromString).toList();
  }

  private static String column(String key) {
    return switch (key) {
      case "dealer" -> "d." + bench.column("dealer", "name") + " collate \"zh-x-icu\"";
      case "dealer.grade" -> "d." + bench.column("dealer", "grade");
      case "name", "email" -> "s." + bench.column("store", key) + " collate \"zh-x-icu\"";
      default -> "s." + bench.column("store", key);
    };
  }

  private List<RecordPage> forward(List<ListQuery.Sort> sort, int limit) {
    List<RecordPage> pages = new ArrayList<>();
    RecordPage page = page(sort, limit, null);
    pages.add(page);
    while (page.next() != null) {
      page = page(sort, limit, page.next());
      assertThat(page.previous()).isNotNull();
      pages.add(page);
    }
    return pages;
  }

  /// The pages before `last`, in the order of the list.
  private List<RecordPage> backward(List<ListQuery.Sort> sort, int limit, RecordPage last) {
    List<RecordPage> pages = new ArrayList<>();
    RecordPage page = last;
    while (page.previous() != null) {
      page = page(sort, limit, page.previous());
      assertThat(page.next()).isNotNull();
      pages.addFirst(page);
    }
    return pages;
  }

  private static RecordPage page(List<ListQuery.Sort> sort, int limit, @Nullable String cursor) {
    return bench
        .records()
        .list(
            bench.context(),
            new ListQuery("store", List.of("name"), List.of(), null, sort, limit, cursor, false));
  }

  private static List<UUID> ids(List<RecordPage> pages) {
    return pages.stream().flatMap(page -> page.records().stream()).map(RecordView::id).toList();
  }

  @Test
  void the_order_is_the_tenants_and_blanks_come_last() {
    List<String> names = names(List.of(new ListQuery.Sort("name", false)));
    assertThat(names.stream().distinct().toList())
        .containsExactly("安徽", "北京", "店 1", "店 10", "店 2", "上海", "张三", "ÄPFEL", "apple", "Apple");
    for (boolean descending : List.of(true, false)) {
      List<Object> amounts = values("qty", descending);
      int firstBlank = amounts.indexOf(null);
      assertThat(amounts.subList(firstBlank, STORES)).containsOnlyNulls();
      assertThat(amounts.subList(0, firstBlank)).doesNotContainNull().isNotEmpty();
    }
  }

  private static List<String> names(List<ListQuery.Sort> sort) {
    return page(sort, 200, null).records().stream()
        .map(record -> String.valueOf(record.get("name")))
        .toList();
  }

  private static List<Object> values(String field, boolean descending) {
    List<Object> values = new ArrayList<>();
    bench
        .records()
        .list(
            bench.context(),
            new ListQuery(
                "store",
                List.of(field),
                List.of(),
                null,
                List.of(new ListQuery.Sort(field, descending)),
                200,
                null,
                false))
        .records()
        .forEach(record -> values.add(record.get(field)));
    return values;
  }

  @Test
  void a_page_after_a_deleted_row_goes_on_where_it_was() {
    List<ListQuery.Sort> sort = List.of(new ListQuery.Sort("code", false));
    RecordView first = bench.create("store", "{\"name\": \"later\"}");
    RecordView second = bench.create("store", "{\"name\": \"later\"}");
    ListQuery query =
        new ListQuery("store", List.of(), List.of("name = \"later\""), null, sort, 1, null, false);
    RecordPage page = bench.records().list(bench.context(), query);
    assertThat(page.records()).containsExactly(first);
    bench.delete(first);
    RecordPage next =
        bench
            .records()
            .list(
                bench.context(),
                new ListQuery(
                    "store",
                    List.of(),
                    List.of("name = \"later\""),
                    null,
                    sort,
                    1,
                    page.next(),
                    false));
    assertThat(next.records()).containsExactly(second);
    bench.delete(second);
  }

  @Test
  void a_count_is_exact_up_to_its_cap() {
    RecordPage page =
        bench
            .records()
            .list(
                bench.context(),
                new ListQuery("store", List.of("name"), List.of(), null, List.of(), 1, null, true));
    assertThat(page.total()).isEqualTo(STORES);
    assertThat(page.totalCapped()).isFalse();
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    String cursor = page(List.of(new ListQuery.Sort("name", false)), 1, null).next();
    assertThatThrownBy(() -> page(List.of(new ListQuery.Sort("name", true)), 1, cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(RecordError.RECORD_CURSOR_INVALID));
  }
}
