package dev.huozi.ui.formula;

import org.jspecify.annotations.Nullable;

/// A formula that is being written.
///
/// @param object API name of the object whose fields it uses
/// @param purpose `filter`, `rule`, `condition`, `formula` or `default`; null for `formula`
/// @param scope `draft` where the names of the asker's draft count, else null or `live`
/// @param result type that it must yield, as `number` or `text`; null where any will do
/// @param blank `zero` where blank numbers count as zero, `blank` where they stay blank; null for
///   what is usual
/// @param language to be written in (`zh`, `en`), for another spelling
/// @param record id of the record to try it on
/// @param referring API name of the object that `$Record` is of, where the formula is the filter of
///   a reference of that object; null for any other formula
public record FormulaBody(
    @Nullable String object,
    @Nullable String purpose,
    @Nullable String scope,
    @Nullable String source,
    @Nullable String result,
    @Nullable String blank,
    @Nullable String language,
    @Nullable String record,
    @Nullable String referring) {
  String text() {
    return source == null ? "" : source;
  }
}
