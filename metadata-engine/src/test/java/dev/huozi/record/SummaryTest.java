package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.Money;
import dev.huozi.record.SummaryQuery.Function;
import dev.huozi.record.SummaryQuery.Measure;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Counts and sums by groups.
@Tag("db")
class SummaryTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Measure COUNT = new Measure(Function.COUNT, null);

  private static RecordBench bench;
  private static RecordView north;

  @BeforeAll
  static void rows() {
    bench = new RecordBench(DATABASE, "summary");
    north = bench.create("dealer", "{\"name\": \"North\", \"grade\": 1}");
    store("a", "MT", 5, "0.10", true);
    store("b", "MT", null, "0.20", false);
    store("c", "GT", 7, "0.30", true);
    store("d", null, 1, null, false);
  }

  private static void store(
      String name,
      @Nullable String channel,
      @Nullable Integer qty,
      @Nullable String price,
      boolean dealt) {
    bench.create(
        "store",
        "{\"name\": \"%s\", \"channel\": %s, \"qty\": %s, \"price\": %s, \"dealer\": %s}"
            .formatted(
                name,
                channel == null ? null : '"' + channel + '"',
                qty,
                price,
                dealt ? "\"" + north.id() + "\"" : null));
  }

  @Test
  void groups_come_in_order_with_blanks_last() {
    RecordSummary summary =
        summary(List.of("channel"), List.of(COUNT, sum("qty"), sum("price")), "");
    assertThat(summary.capped()).isFalse();
    assertThat(summary.groups())
        .containsExactly(
            group(List.of("GT"), 1L, new BigDecimal("7.000"), yuan("0.30")),
            group(List.of("MT"), 2L, new BigDecimal("5.000"), yuan("0.30")),
            group(Arrays.asList((Object) null), 1L, new BigDecimal("1.000"), null));
  }

  @Test
  void without_groups_there_is_one_row_even_over_nothing() {
    assertThat(summary(List.of(), List.of(COUNT, new Measure(Function.MAX, "qty")), "").groups())
        .containsExactly(group(List.of(), 4L, new BigDecimal("7.000")));
    assertThat(summary(List.of(), List.of(COUNT, sum("qty")), "qty > 1000").groups())
        .containsExactly(group(List.of(), 0L, null));
  }

  @Test
  void a_lookup_groups_by_its_target_and_a_path_by_what_it_leads_to() {
    assertThat(summary(List.of("dealer"), List.of(COUNT), "").groups())
        .containsExactly(
            group(List.of(new Reference("dealer", north.id(), "North")), 2L),
            group(Arrays.asList((Object) null), 2L));
    assertThat(summary(List.of("dealer.grade"), List.of(COUNT), "channel = \"MT\"").groups())
        .containsExactly(
            group(List.of(new BigDecimal("1")), 1L), group(Arrays.asList((Object) null), 1L));
  }

  @Test
  void what_has_no_sum_is_refused_by_name() {
    assertThatThrownBy(() -> summary(List.of(), List.of(sum("name")), ""))
        .isInstanceOf(ProblemException.class)
        .extracting(problem -> ((ProblemException) problem).code())
        .isEqualTo(RecordError.RECORD_SUMMARY_UNSUPPORTED);
    assertThatThrownBy(() -> summary(List.of("nowhere"), List.of(COUNT), ""))
        .extracting(problem -> ((ProblemException) problem).code())
        .isEqualTo(RecordError.RECORD_FIELD_UNKNOWN);
  }

  private static RecordSummary summary(List<String> groups, List<Measure> measures, String filter) {
    return bench
        .records()
        .summary(
            bench.context(), new SummaryQuery("store", groups, measures, List.of(filter), null));
  }

  private static Measure sum(String field) {
    return new Measure(Function.SUM, field);
  }

  private static Money yuan(String amount) {
    return new Money(new BigDecimal(amount), "CNY");
  }

  private static RecordSummary.Group group(
      List<@Nullable Object> keys, @Nullable Object... values) {
    return new RecordSummary.Group(keys, Arrays.asList(values));
  }
}
