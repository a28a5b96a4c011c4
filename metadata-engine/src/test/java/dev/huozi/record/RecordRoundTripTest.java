package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every type of field: written, read back, filtered and sorted by.
@Tag("db")
class RecordRoundTripTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String EVERYTHING =
      """
      {"name": "盒马鲜生", "notes": "两行\\n文字 ", "qty": 12.5, "price": 1234567.89, "share": 0.125, "open": true,
       "opened": "2026-02-28", "seen": "2026-02-28T09:30:00.123456+08:00", "channel": "MT", "kind": "hyper",
       "dealer": {"code": "d-1"}, "target": {"object": "dealer", "code": "D-1"}, "owner": "%s",
       "email": "%s@Example.com", "phone": "0571 8888"}
      """;

  private static RecordBench bench;
  private static RecordView dealer;
  private static RecordView full;
  private static RecordView bare;

  @BeforeAll
  static void records() {
    bench = new RecordBench(DATABASE, "roundtrip");
    dealer = bench.create("dealer", "{\"name\": \"华东\", \"code\": \"D-1\", \"grade\": 3}");
    full = bench.create("store", EVERYTHING.formatted(bench.li(), "Li"));
    bare = bench.create("store", "{\"name\": \"空店\", \"owner\": null}");
  }

  @Test
  void what_was_answered_to_the_write_is_what_is_read() {
    assertThat(bench.get("store", full.id())).isEqualTo(full);
    assertThat(bench.get("store", bare.id())).isEqualTo(bare);
  }

  @Test
  void every_type_has_its_shape() {
    Reference east = new Reference("dealer", dealer.id(), "华东");
    assertThat(full.version()).isEqualTo(1);
    assertThat(full.get("name")).isEqualTo("盒马鲜生");
    assertThat(full.get("notes")).isEqualTo("两行\n文字 ");
    assertThat(full.get("qty")).isEqualTo(new BigDecimal("12.500"));
    assertThat(full.get("price")).isEqualTo(new Money(new BigDecimal("1234567.89"), "CNY"));
    assertThat(full.get("share")).isEqualTo(new BigDecimal("0.1250"));
    assertThat(full.get("open")).isEqualTo(true);
    assertThat(full.get("opened")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(full.get("seen")).isEqualTo(Instant.parse("2026-02-28T01:30:00.123456Z"));
    assertThat(full.get("channel")).isEqualTo("MT");
    assertThat(full.get("dealer")).isEqualTo(east);
    assertThat(full.get("target")).isEqualTo(east);
    assertThat(full.get("owner")).isEqualTo(new Reference("user", bench.li(), "Li"));
    assertThat(full.get("created_by")).isEqualTo(new Reference("user", bench.li(), "Li"));
    assertThat(full.get("created_at")).isEqualTo(TestContexts.NOW);
    assertThat(full.get("code")).asString().startsWith("ST-0000");
    assertThat(full.get("phone")).isEqualTo("05718888");
    assertThat(full.values()).doesNotContainKeys("id", "version");
  }

  @Test
  void a_record_with_nothing_in_it_is_blank_but_for_its_booleans() {
    for (String name :
        List.of(
            "notes", "qty", "price", "share", "opened", "seen", "channel", "kind", "dealer",
            "target", "owner", "email", "phone")) {
      assertThat(bare.get(name)).as(name).isNull();
    }
    assertThat(bare.get("open")).isEqualTo(false);
  }

  @Test
  void the_same_values_in_a_set_make_the_same_record() {
    List<UUID> ids =
        bench
            .records()
            .createAll(
                bench.context(),
                "store",
                List.of(
                    RecordBench.json(
                        EVERYTHING.formatted(bench.li(), "set").replace("0571", "0572")),
                    RecordBench.json("{\"name\": \"空店\", \"owner\": null}")));
    for (String name : full.values().keySet()) {
      if (!List.of("code", "email", "phone").contains(name)) {
        assertThat(bench.get("store", ids.getFirst()).get(name)).as(name).isEqualTo(full.get(name));
        assertThat(bench.get("store", ids.getLast()).get(name)).as(name).isEqualTo(bare.get(name));
      }
    }
    ids.forEach(id -> bench.delete(bench.get("store", id)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name = \"盒马鲜生\"",
        "CONTAINS(name, \"马鲜\")",
        "BEGINS(name, \"盒马\")",
        "CONTAINS(notes, \"文字\")",
        "qty = 12.5",
        "qty > 12.499 and qty <= 12.5",
        "price >= 1234567.89",
        "share = 0.125",
        "open",
        "open = true",
        "opened = DATE(2026, 2, 28)",
        "opened = $Today - 1",
        "opened < TODAY()",
        "seen < $Now",
        "seen > $Now - 1",
        "channel = \"MT\"",
        "channel in (\"MT\", \"GT\")",
        "ISPICKVAL(kind, \"hyper\")",
        "dealer.grade = 3 and dealer.code <> \"D-2\"",
        "owner = $User",
        "owner.name = $User.name",
        "not ISBLANK(target)",
        "email = \"Li@Example.com\"",
        "BEGINS(phone, \"0571\")",
        "BEGINS(code, \"ST-\") and not (channel = \"\")",
        "created_by = $User and qty <> 1",
        "渠道 = \"MT\""
      })
  void a_filter_by_each_type_finds_the_record_and_not_the_bare_one(String filter) {
    assertThat(bench.find("store", filter)).as(filter).containsExactly(full.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ISBLANK(qty)",
        "ISBLANK(name) or ISBLANK(dealer)",
        "not open",
        "channel <> \"MT\"",
        "not (channel = \"MT\")",
        "not (dealer.grade = 3 and open)",
        "target <> \"019aaaaa-0000-7000-8000-000000000001\" and ISBLANK(target)",
        "ISBLANK(email) and ISBLANK(phone) and ISBLANK(seen) and ISBLANK(notes)"
      })
  void a_filter_for_blanks_finds_the_bare_one_only(String filter) {
    assertThat(bench.find("store", filter)).as(filter).containsExactly(bare.id());
  }

  @Test
  void a_comparison_with_a_blank_number_finds_nothing() {
    assertThat(bench.find("store", "qty < 0 or qty > 100")).isEmpty();
    assertThat(bench.find("store", "not (qty < 100)")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "name",
    "qty",
    "price",
    "share",
    "open",
    "opened",
    "seen",
    "channel",
    "kind",
    "dealer",
    "owner",
    "code",
    "email",
    "phone",
    "created_at",
    "updated_by",
    "dealer.grade",
    "dealer.parent.name"
  })
  void a_list_can_be_sorted_by_each_type_both_ways(String field) {
    for (boolean descending : List.of(true, false)) {
      ListQuery query =
          new ListQuery(
              "store",
              List.of("name"),
              List.of(),
              null,
              List.of(new ListQuery.Sort(field, descending)),
              25,
              null,
              false);
      List<UUID> ids =
          bench.records().list(bench.context(), query).records().stream()
              .map(RecordView::id)
              .toList();
      assertThat(ids).containsExactlyInAnyOrder(full.id(), bare.id());
      if (List.of(
              "qty",
              "price",
              "share",
              "opened",
              "seen",
              "channel",
              "kind",
              "dealer",
              "owner",
              "email",
              "phone",
              "dealer.grade")
          .contains(field)) {
        assertThat(ids).as("blanks last by %s", field).containsExactly(full.id(), bare.id());
      }
    }
  }

  @Test
  void a_search_finds_every_word_in_any_of_the_short_text_fields() {
    assertThat(bench.search("store", "盒马 li@EXAMPLE st-0000")).containsExactly(full.id());
    assertThat(bench.search("store", "盒马 空")).isEmpty();
    assertThat(bench.search("store", "%")).isEmpty();
    assertThat(bench.search("store", "文字")).isEmpty();
  }

  @Test
  void fields_of_related_records_are_read_along_paths() {
    ListQuery query =
        new ListQuery(
            "store",
            List.of("dealer.grade", "dealer", "DEALER.name", "id"),
            List.of("qty = 12.5"),
            null,
            List.of(),
            25,
            null,
            false);
    RecordView found = bench.records().list(bench.context(), query).records().getFirst();
    assertThat(found.values().keySet()).containsExactly("dealer.grade", "dealer", "dealer.name");
    assertThat(found.get("dealer.grade")).isEqualTo(new BigDecimal("3"));
    assertThat(found.get("dealer.name")).isEqualTo("华东");
  }

  @Test
  void a_page_is_one_statement_and_its_count_a_second_one() {
    ListQuery query =
        new ListQuery(
            "store",
            List.of(),
            List.of("owner = $User"),
            null,
            List.of(new ListQuery.Sort("seen", true)),
            25,
            null,
            false);
    bench.records().list(bench.context(), query);
    assertThat(bench.reads(() -> bench.records().list(bench.context(), query))).isEqualTo(1);
    ListQuery counted =
        new ListQuery(
            "store", List.of(), List.of("owner = $User"), "盒马", query.sort(), 25, null, true);
    assertThat(bench.reads(() -> bench.records().list(bench.context(), counted))).isEqualTo(2);
    assertThat(bench.reads(() -> bench.get("store", full.id()))).isEqualTo(1);
  }
}
