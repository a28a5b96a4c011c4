package dev.huozi.record.query;

import dev.huozi.formula.diagnostic.Diagnostic;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.record.RecordError;
import dev.huozi.record.formula.ComputedFields;

/// What the database can do with computed fields.
public final class ComputedChecks {
  private ComputedChecks() {}

  /// Whether it can compute the field; an issue says why not.
  ///
  /// @param subject what the issue is about
  public static boolean hasSql(
      FieldRef ref, MetadataSnapshot snapshot, String subject, Issues issues) {
    Diagnostic against =
        ref.field().field().type().isVirtual()
            ? ComputedFields.of(snapshot).notSql(ref.field())
            : null;
    if (against != null) {
      issues.error(
          RecordError.RECORD_FORMULA_NOT_SQL,
          subject,
          "field",
          ref.name(),
          "part",
          against.parameters().getOrDefault("part", ""),
          "reason",
          against.parameters().getOrDefault("reason", LocalizedText.EMPTY));
    }
    return against == null;
  }

  /// Whether pages can be cut at its values, which have to stay what they are from page to page.
  static boolean keepsOrder(FieldRef ref, MetadataSnapshot snapshot, Issues issues) {
    boolean moves =
        ref.field().field().type().isVirtual()
            && ComputedFields.of(snapshot).isVolatile(ref.field());
    if (moves) {
      issues.error(RecordError.RECORD_SORT_VOLATILE, ref.name(), "field", ref.name());
    }
    return !moves && hasSql(ref, snapshot, ref.name(), issues);
  }
}
