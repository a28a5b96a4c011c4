package dev.huozi.formula.function;

/// A formula without fields and what it shows: executed by the tests, printed in the reference.
///
/// @param result as shown: numbers plain (`2.5`), text without quotes, dates `2024-01-31`,
///   datetimes `2024-01-31 10:00:00Z`, times `10:00:00.000`, `true`/`false`, `` (empty) for a
///   blank, `#ERROR KIND` for an error (for example `#ERROR NOT_A_DATE`). Examples run in zone UTC
///   at 2024-05-15T08:30:00Z with calendar `cn` as default.
public record Example(String formula, String result) {}
