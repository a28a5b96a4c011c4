package dev.huozi.formula.sql;

import dev.huozi.formula.type.Family;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values at which formulas go wrong first: none, zero, negative ones, leap days, characters of
/// four bytes, the largest and the finest numbers.
public final class EdgeValues {
  /// Rows that combine the values by chance, after those in which each value occurs once.
  private static final int BY_CHANCE = 16;

  private EdgeValues() {}

  /// The values of a type.
  ///
  /// @param more values of the field itself: its largest and finest number, its codes
  public static List<@Nullable Object> of(Family family, List<?> more) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(null);
    values.addAll(plain(family));
    values.addAll(more);
    return values;
  }

  private static List<?> plain(Family family) {
    return switch (family) {
      case NUMERIC -> numbers("0", "1", "-1", "2", "0.1", "-0.5", "12.345", "-12.345", "100");
      case TEXT ->
          List.of(
              "a", "Ab c", "活字", "𠮷野家🙂", " x ", "12.5", "1,000", "ß", "2024-02-29", "a%_\\'\"");
      case BOOLEAN -> List.of(true, false);
      case DATE ->
          List.of(
              LocalDate.of(2024, 2, 29),
              LocalDate.of(2023, 2, 28),
              LocalDate.of(1900, 3, 1),
              LocalDate.of(1969, 12, 31),
              LocalDate.of(2000, 12, 31),
              LocalDate.of(2026, 1, 31));
      case DATETIME ->
          List.of(
              Instant.parse("2024-02-29T23:59:59Z"),
              Instant.parse("1969-12-31T23:59:59Z"),
              Instant.parse("2023-12-31T16:00:00Z"),
              Instant.parse("2026-03-01T00:00:00.123456Z"));
      case TIME -> List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59), LocalTime.NOON);
      case REFERENCE ->
          List.of(
              UUID.fromString("00000000-0000-7000-8000-000000000001"),
              UUID.fromString("00000000-0000-7000-8000-000000000002"));
      case PICKLIST, MULTIPICKLIST, GEO, NULL -> List.of();
    };
  }

  private static List<BigDecimal> numbers(String... texts) {
    return Arrays.stream(texts).map(BigDecimal::new).toList();
  }

  /// Rows of inputs: every value of every input at least once, then by chance.
  ///
  /// @param values of each input
  /// @param seed gives the same rows again
  public static List<List<@Nullable Object>> rows(
      List<? extends List<? extends @Nullable Object>> values, long seed) {
    int most = values.stream().mapToInt(List::size).max().orElse(1);
    Random random = new Random(seed);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < most + BY_CHANCE; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      for (List<? extends @Nullable Object> each : values) {
        int chosen = i < each.size() ? i : random.nextInt(each.size());
        row.add(each.get(chosen));
      }
      rows.add(row);
    }
    return rows;
  }
}
