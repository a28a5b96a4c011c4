package dev.huozi.metadata.schema;

/// About how long steps take, from the size of their table. The figures were measured with
/// PostgreSQL 18 on two cores and an SSD, with other work going on: tables of 500,000 rows, 70 MB
/// and 270 MB, with one index and with five.
public final class Effort {
  private static final double THOUSAND = 1_000;
  private static final double MEGABYTE = 1_000_000;

  private final double thousands;
  private final double megabytes;
  private final int indexes;

  private Effort(TableFacts.Size size) {
    this.thousands = size.rows() / THOUSAND;
    this.megabytes = size.bytes() / MEGABYTE;
    this.indexes = size.indexes();
  }

  /// In milliseconds.
  static long of(SchemaChange change, Rewrite rewrite, TableFacts.Size size) {
    Effort effort = new Effort(size);
    return Math.round(
        1
            + switch (rewrite) {
              case NONE -> 0;
              case SCAN -> effort.scan(change);
              case REWRITE ->
                  change instanceof SchemaChange.ConvertColumn
                      ? effort.newTable()
                      : effort.update();
            });
  }

  /// Of giving all rows a value beside another.
  public static long ofFill(TableFacts.Size size) {
    return Math.round(1 + new Effort(size).update());
  }

  private double scan(SchemaChange change) {
    double read = 0.7 * megabytes;
    return switch (change) {
      case SchemaChange.AddIndex _ -> 2 * read + 1.8 * thousands;
      case SchemaChange.ValidateForeignKey _, SchemaChange.ClearDangling _ ->
          read + 0.13 * thousands;
      case SchemaChange.ConvertColumn _ -> read + 0.3 * thousands;
      default -> read + 0.03 * thousands; // nothing but a look at each row
    };
  }

  /// The table and its indexes are written anew.
  private double newTable() {
    return 14 * megabytes + thousands * (1 + 1.8 * Math.max(0, indexes - 1));
  }

  /// Each row is written once more, and once more into each index.
  private double update() {
    return 30 * megabytes + thousands * (5 + 6 * Math.max(0, indexes - 1));
  }
}
