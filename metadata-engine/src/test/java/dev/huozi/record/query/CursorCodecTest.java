package dev.huozi.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordError;
import dev.huozi.record.TestContexts;
import dev.huozi.record.TestModel;
import dev.huozi.record.sql.FormulaFilterCompiler;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CursorCodecTest {
  private static final UUID ID = UUID.fromString("019aaaaa-0000-7000-8000-0000000000ff");

  private final RequestContext context = TestContexts.of(TestContexts.LI);
  private final QueryAnalyzer analyzer = analyzer((byte) 7);
  private final ListQuery list =
      list("store", "qty > 1", "-price", "name", "opened", "seen", "open");

  @Test
  void values_come_back_exactly() {
    List<@Nullable Object> values =
        Arrays.asList(
            new BigDecimal("-12345678901234567.890"),
            "引号\" 反斜\\ 😀 \u2028",
            LocalDate.of(2026, 2, 28),
            Instant.parse("2026-02-28T16:30:00.123456Z"),
            true);
    Cursor read = read(write(new Cursor(true, values, ID), list, context), list, context);
    assertThat(read).isEqualTo(new Cursor(true, values, ID));
  }

  @Test
  void blanks_come_back_as_blanks() {
    Cursor cursor = new Cursor(false, Arrays.asList(null, null, null, null, null), ID);
    assertThat(read(write(cursor, list, context), list, context)).isEqualTo(cursor);
  }

  @Test
  void a_cursor_serves_no_other_user_tenant_object_filter_search_or_order() {
    String cursor = write(cursor(), list, context);
    invalid(cursor, list, TestContexts.of(TestContexts.WANG));
    invalid(cursor, list, TestContexts.of(TestContexts.tenant(2), TestContexts.LI));
    invalid(cursor, list("store", "qty > 2", "-price", "name", "opened", "seen", "open"), context);
    invalid(cursor, list("store", "qty > 1", "price", "name", "opened", "seen", "open"), context);
    invalid(cursor, list("store", "qty > 1", "-price", "name", "opened", "seen"), context);
    invalid(cursor, list("account", "name = \"x\"", "name"), context);
    ListQuery searching =
        new ListQuery("store", List.of(), list.filters(), "x", list.sort(), 25, null, false);
    invalid(cursor, searching, context);
  }

  @Test
  void another_page_size_or_other_fields_do_not_matter() {
    String cursor = write(cursor(), list, context);
    ListQuery wider =
        new ListQuery(
            "store", List.of("name"), list.filters(), null, list.sort(), 200, null, false);
    assertThat(read(cursor, wider, context)).isEqualTo(cursor());
  }

  @Test
  void a_cursor_does_not_outlive_a_change_of_the_model() {
    String cursor = write(cursor(), list, context);
    assertThatThrownBy(() -> analyzer.list(with(list, cursor), TestModel.stores(13), context))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(RecordError.RECORD_CURSOR_STALE));
  }

  @Test
  void another_secret_makes_another_signature() {
    String cursor = write(cursor(), list, context);
    assertThatThrownBy(
            () -> analyzer((byte) 8).list(with(list, cursor), TestModel.stores(12), context))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void a_cursor_with_any_bit_changed_is_refused() {
    byte[] bytes = Base64.getUrlDecoder().decode(write(cursor(), list, context));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      invalid(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), list, context);
    }
  }

  @Test
  void rubbish_is_refused() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (String text : List.of("", "x", "=====", "\0", "游标", "A".repeat(10_000))) {
      invalid(text, list, context);
    }
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      invalid(new String(bytes, StandardCharsets.ISO_8859_1), list, context);
      invalid(Base64.getUrlEncoder().encodeToString(bytes), list, context);
    }
  }

  private static Cursor cursor() {
    return new Cursor(
        false,
        List.of(
            new BigDecimal("1.50"),
            "n",
            LocalDate.of(2026, 1, 1),
            Instant.parse("2026-01-01T00:00:00Z"),
            false),
        ID);
  }

  private static QueryAnalyzer analyzer(byte secret) {
    byte[] key = new byte[32];
    Arrays.fill(key, secret);
    return new QueryAnalyzer(
        new FormulaFilterCompiler(),
        RowAccess.EVERYTHING,
        new CursorCodec(_ -> key),
        new ShapeCache(10));
  }

  private static ListQuery list(String object, String filter, String... sort) {
    List<ListQuery.Sort> keys =
        Arrays.stream(sort)
            .map(key -> new ListQuery.Sort(key.replace("-", ""), key.startsWith("-")))
            .toList();
    return new ListQuery(object, List.of(), List.of(filter), null, keys, 25, null, false);
  }

  private static ListQuery with(ListQuery query, String cursor) {
    return new ListQuery(
        query.object(),
        query.fields(),
        query.filters(),
        query.search(),
        query.sort(),
        query.limit(),
        cursor,
        query.count());
  }

  private String write(Cursor cursor, ListQuery query, RequestContext who) {
    return analyzer.cursor(cursor, analyzer.list(query, TestModel.stores(12), who), query);
  }

  private @Nullable Cursor read(String cursor, ListQuery query, RequestContext who) {
    return analyzer.list(with(query, cursor), TestModel.stores(12), who).cursor();
  }

  private void invalid(String cursor, ListQuery query, RequestContext who) {
    assertThatThrownBy(() -> read(cursor, query, who))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(RecordError.RECORD_CURSOR_INVALID));
  }
}
