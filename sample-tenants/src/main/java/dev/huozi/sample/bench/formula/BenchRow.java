package dev.huozi.sample.bench.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One record for the six formulas: typed for Java, an array for the compiled formula. One number
/// in ten, one text in ten and one parent account in three is blank.
public record BenchRow(
    @Nullable BigDecimal amount,
    @Nullable String region,
    @Nullable String name,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal price,
    @Nullable BigDecimal discount,
    @Nullable BigDecimal tax,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    @Nullable String stage,
    @Nullable String code,
    @Nullable String approver,
    @Nullable BigDecimal balance,
    @Nullable BigDecimal creditLimit,
    @Nullable String rating,
    @Nullable String parentName,
    @Nullable BigDecimal parentLimit,
    @Nullable BigDecimal ownerLevel) {

  private static final String[] REGIONS = {"NORTH", "SOUTH", "EAST", "WEST", "ABROAD"};
  private static final String[] STAGES = {"NEW", "NEGOTIATION", "WON", "LOST"};
  private static final String[] RATINGS = {"A", "B", "C"};
  private static final String[] NAMES = {"Northwind", "盒马鲜生", "acme", "Contoso Ltd", "永辉超市"};

  static List<BenchRow> random(int count, long seed) {
    Random random = new Random(seed);
    List<BenchRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(random(random));
    }
    return rows;
  }

  private static BenchRow random(Random random) {
    boolean parent = random.nextInt(3) > 0;
    LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(600));
    return new BenchRow(
        number(random, 150_000_000, 2),
        text(random, REGIONS),
        text(random, NAMES),
        number(random, 1_000, 0),
        number(random, 1_000_000, 2),
        number(random, 40, 2),
        number(random, 20, 2),
        start,
        start.plusDays(random.nextInt(400)),
        text(random, STAGES),
        text(random, "AB-%05d".formatted(random.nextInt(100_000)), "short"),
        text(random, "zhang", "li"),
        number(random, 10_000_000, 2),
        number(random, 50_000_000, 2),
        text(random, RATINGS),
        parent ? text(random, NAMES) : null,
        parent ? number(random, 90_000_000, 2) : null,
        number(random, 6, 0));
  }

  private static @Nullable BigDecimal number(Random random, int bound, int scale) {
    return random.nextInt(10) == 0 ? null : BigDecimal.valueOf(random.nextInt(bound), scale);
  }

  private static @Nullable String text(Random random, String... values) {
    return random.nextInt(10) == 0 ? null : values[random.nextInt(values.length)];
  }

  /// The values of the named fields, in that order.
  @Nullable Object[] values(List<String> fields) {
    return fields.stream().<@Nullable Object>map(this::value).toArray();
  }

  private @Nullable Object value(String field) {
    return switch (field) {
      case "amount" -> amount;
      case "region" -> region;
      case "name" -> name;
      case "quantity" -> quantity;
      case "price" -> price;
      case "discount" -> discount;
      case "tax" -> tax;
      case "start" -> start;
      case "end" -> end;
      case "stage" -> stage;
      case "code" -> code;
      case "approver" -> approver;
      case "account.balance" -> balance;
      case "account.credit_limit" -> creditLimit;
      case "account.rating" -> rating;
      case "account.parent.name" -> parentName;
      case "account.parent.credit_limit" -> parentLimit;
      case "owner.level" -> ownerLevel;
      default -> throw new IllegalArgumentException("There is no field (%s).".formatted(field));
    };
  }
}
