package dev.huozi.record.load.profile;

import dev.huozi.record.BulkWrite;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the columns of a file go. One flat file may fill several objects: each row is written to
/// the targets in their order, so that a later one can refer to what an earlier one made.
///
/// @param encoding `UTF-8` or `GB18030`; null for what the file is found to be in
/// @param separator of the values of a line; null for what is found
/// @param sheet name of the sheet of a workbook; null for the first one
/// @param formats how numbers and dates are written; null for the usual ones
public record ImportProfile(
    @Nullable String encoding,
    @Nullable String separator,
    @Nullable String sheet,
    @Nullable Formats formats,
    List<Target> targets) {
  public ImportProfile {
    formats = formats == null ? Formats.USUAL : formats;
    targets = List.copyOf(Objects.requireNonNullElse(targets, List.of()));
  }

  /// How texts of a file are read.
  ///
  /// @param dates patterns of days, tried in order, besides `2026-11-25`
  /// @param decimal what stands before the fraction
  /// @param thousands what may group digits
  /// @param zone of times that name none; null for the tenant's
  public record Formats(
      @Nullable List<String> dates,
      @Nullable String decimal,
      @Nullable String thousands,
      @Nullable String zone) {
    private static final List<String> DATES =
        List.of("uuuu/M/d", "uuuu-M-d", "uuuu.M.d", "uuuu年M月d日", "uuuuMMdd");

    public static final Formats USUAL = new Formats(null, null, null, null);

    public Formats {
      dates = dates == null || dates.isEmpty() ? DATES : List.copyOf(dates);
      decimal = decimal == null ? "." : decimal;
      thousands = thousands == null ? (decimal.equals(",") ? "." : ",") : thousands;
    }
  }

  /// One object that the file fills.
  ///
  /// @param mode null for `UPSERT` with a key and `CREATE` without one
  /// @param key unique field that records are found by, or `id`
  /// @param distinct true where many rows repeat one record: the first row makes or changes it,
  ///   later ones are compared with it and told where they differ
  /// @param clearBlanks true when a blank cell empties the field of an existing record; else it
  ///   leaves it alone
  public record Target(
      String object,
      BulkWrite.@Nullable Mode mode,
      @Nullable String key,
      @Nullable Boolean distinct,
      @Nullable Boolean clearBlanks,
      List<Column> columns) {
    public Target {
      mode = mode != null ? mode : key == null ? BulkWrite.Mode.CREATE : BulkWrite.Mode.UPSERT;
      distinct = Boolean.TRUE.equals(distinct);
      clearBlanks = Boolean.TRUE.equals(clearBlanks);
      columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
    }

    public boolean once() {
      return Boolean.TRUE.equals(distinct);
    }

    public boolean clears() {
      return Boolean.TRUE.equals(clearBlanks);
    }

    /// Records with a key are changed or made, records without one are made.
    public static Target of(
        String object, @Nullable String key, boolean clearBlanks, List<Column> columns) {
      return new Target(object, null, key, false, clearBlanks, columns);
    }

    public BulkWrite.Mode how() {
      return Objects.requireNonNull(mode);
    }
  }

  /// One column of the file and the field it fills.
  ///
  /// @param column its name in the file
  /// @param field API name; `id` where records are found by it
  /// @param by for references: unique field of the target that the cells hold; null for its id
  /// @param object for references to one of several objects: which one
  public record Column(String column, String field, @Nullable String by, @Nullable String object) {}

  public Formats reading() {
    return Objects.requireNonNull(formats);
  }
}
