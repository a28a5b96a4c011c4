package dev.huozi.record;

import dev.huozi.platform.problem.Issue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the rules make of a record that is still being written.
///
/// @param record as it would be stored now
/// @param given fields whose value comes from a default or a rule, not from the writer
/// @param derived those of them that do not build on what was entered in the field itself, so that
///   the value comes about again when nothing is sent
/// @param required by field that is required at times, whether it is now
/// @param readOnly by field that is read-only at times, whether it is now; what the writer entered
///   in one that is does not count
/// @param hidden names of the parts that are not shown
/// @param warnings beside fields or about the whole record
/// @param blocks what would keep the record from being written, of the rules alone
public record DraftView(
    RecordView record,
    Set<String> given,
    Set<String> derived,
    Map<String, Boolean> required,
    Map<String, Boolean> readOnly,
    Set<String> hidden,
    List<Issue> warnings,
    List<Issue> blocks) {
  public DraftView {
    given = Set.copyOf(given);
    derived = Set.copyOf(derived);
    required = Collections.unmodifiableMap(new LinkedHashMap<>(required));
    readOnly = Collections.unmodifiableMap(new LinkedHashMap<>(readOnly));
    hidden = Set.copyOf(hidden);
    warnings = List.copyOf(warnings);
    blocks = List.copyOf(blocks);
  }
}
