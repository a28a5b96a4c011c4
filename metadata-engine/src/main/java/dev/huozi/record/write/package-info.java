/// From a command to rows: the one pipeline that every write passes, for one record and for many.
///
/// Order: defaults → coercion → (formulas, rules: their places) → required → references →
/// uniqueness → numbers → row, history, outbox. Each step takes drafts and returns drafts; what is
/// wrong is collected and thrown once.
@NullMarked
package dev.huozi.record.write;

import org.jspecify.annotations.NullMarked;
