package dev.huozi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of value goes through both doors, there and back, exactly; also as null and inside an
/// array.
@Tag("db")
class ValuesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-00000000abcd");
  private static final String EXACT_JSON = "{\"n\": 12345678901234567890.123456789}";

  static Stream<Arguments> values() {
    return Stream.of(
        value("text", "客户 'q' \"d\" \\ 😀", Row::text),
        value("text", "", Row::text),
        value("uuid", ID, Row::uuid),
        value("numeric", new BigDecimal("12345678901234567890.1234567890"), Row::decimal),
        value("numeric(30,2)", new BigDecimal("-0.50"), Row::decimal),
        value("int4", Integer.MIN_VALUE, Row::integer),
        value("int8", Long.MAX_VALUE, Row::longInteger),
        value("bool", true, Row::bool),
        value("bool", false, Row::bool),
        value("date", LocalDate.of(2024, 2, 29), Row::date),
        value("timestamptz", Instant.parse("2026-01-02T03:04:05.678901Z"), Row::instant));
  }

  private static <T> Arguments value(String type, T value, Getter<T> getter) {
    return Arguments.of(type, value, getter);
  }

  @FunctionalInterface
  interface Getter<T> {
    @Nullable T get(Row row, int column);
  }

  private static List<List<?>> throughBothDoors(SqlFragment query, RowDecoder<?> decoder) {
    Tenant tenant = DATABASE.tenant("values");
    TenantDatabase database = DATABASE.tenantDatabase();
    return List.of(
        database.reading(tenant).query(query, decoder),
        database.inTransaction(tenant, t -> t.query(query, decoder)));
  }

  private static SqlFragment typed(String type, Object value) {
    String name = type.replaceAll("\\(.*", "");
    // The type as the cast of a parameter; the names are the test's own.
    return SqlFragment.of("select ")
        .then(SqlFragment.value(value))
        .then("::")
        .then(SqlFragment.identifier(new SqlIdentifier(name)));
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void aValueComesBackAsItWent(String type, T value, Getter<T> getter) {
    for (List<?> rows : throughBothDoors(typed(type, value), row -> getter.get(row, 0))) {
      assertThat(rows).hasSize(1);
      assertThat((Object) rows.getFirst()).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void aNullComesBackAsNull(String type, T value, Getter<T> getter) {
    SqlFragment nothing =
        SqlFragment.of("select nullif(x, x) from (").then(typed(type, value)).then(" as x) as one");
    for (List<?> rows : throughBothDoors(nothing, row -> getter.get(row, 0))) {
      assertThat(rows).isEqualTo(Collections.singletonList(null));
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void arraysCarryValuesAndNulls(String type, T value, Getter<T> getter) {
    String name = type.replaceAll("\\(.*", "");
    SqlArray array = new SqlArray(name, Arrays.asList(value, null));
    SqlFragment unnest =
        SqlFragment.of("select x from unnest(?::", array)
            .then(SqlFragment.identifier(new SqlIdentifier(name)))
            .then("[]) as x");
    for (List<?> rows : throughBothDoors(unnest, row -> getter.get(row, 0))) {
      assertThat(rows).isEqualTo(Arrays.asList(value, null));
    }
  }

  @Test
  void jsonKeepsEveryDigit() {
    SqlFragment json =
        SqlFragment.of(
            "select (?::jsonb)::text, (select max(x::text) from unnest(?::jsonb[]) as x)",
            new SqlJson(EXACT_JSON),
            new SqlArray("jsonb", List.of(EXACT_JSON)));
    for (List<?> rows :
        throughBothDoors(json, row -> List.of(row.json(0) + "", row.json(1) + ""))) {
      assertThat(rows).isEqualTo(List.of(List.of(EXACT_JSON, EXACT_JSON)));
    }
  }

  @Test
  void aTextArrayIsRead() {
    SqlFragment texts = SqlFragment.of("select array['a', '客户']::text[], null::text[]");
    for (List<?> rows : throughBothDoors(texts, row -> row.texts(0))) {
      assertThat(rows).isEqualTo(List.of(List.of("a", "客户")));
    }
    for (List<?> rows : throughBothDoors(texts, row -> row.texts(1))) {
      assertThat(rows).isEqualTo(Collections.singletonList(null));
    }
  }

  @Test
  void aCharacterThatTheDatabaseCannotHoldIsTheCallersMistake() {
    SqlFragment text = SqlFragment.of("select ?::text", "a\0b");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> throughBothDoors(text, row -> row.text(0)))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(PlatformError.MALFORMED));
  }
}
