package dev.huozi.record.write;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.record.RecordError;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.sql.WriteMark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What the steps of one command share.
///
/// @param analyzer reads what formulas need of other records
/// @param bulk true when the command holds a list of records, so that issues say which one they
///   mean
/// @param now the moment of the command, as exact as the database keeps it
record WriteScope(
    RequestContext context,
    MetadataSnapshot snapshot,
    ObjectModel object,
    QueryAnalyzer analyzer,
    RowAccess access,
    Transaction transaction,
    boolean bulk,
    Instant now,
    Refusals issues,
    Refusals warnings) {

  static WriteScope of(
      RequestContext context,
      MetadataSnapshot snapshot,
      ObjectModel object,
      QueryAnalyzer analyzer,
      RowAccess access,
      Transaction transaction,
      boolean bulk) {
    Instant now = context.now().truncatedTo(ChronoUnit.MICROS);
    return new WriteScope(
        context,
        snapshot,
        object,
        analyzer,
        access,
        transaction,
        bulk,
        now,
        new Refusals(),
        new Refusals());
  }

  /// Notes what is wrong with a field; `label` is among the parameters.
  void refuse(Draft draft, FieldModel field, RecordError code, Object... namesAndValues) {
    List<Object> parameters = new ArrayList<>(List.of(namesAndValues));
    parameters.add("label");
    parameters.add(label(field));
    refuse(draft, field.name(), code, parameters.toArray());
  }

  /// Notes what is wrong with a property of the input.
  void refuse(Draft draft, String property, RecordError code, Object... namesAndValues) {
    issues.add(draft, Issue.error(code, subject(draft, property), namesAndValues));
  }

  /// Notes what a rule says, beside each of its fields, or about the whole record. A warning does
  /// not keep anything from being written.
  void tell(Draft draft, List<String> fields, RecordError code, Object... namesAndValues) {
    Refusals into = code == RecordError.RECORD_RULE_WARNED ? warnings : issues;
    if (fields.isEmpty()) {
      into.add(
          draft, Issue.error(code, bulk ? "records[" + draft.index() + "]" : null, namesAndValues));
    }
    for (String field : fields) {
      into.add(draft, Issue.error(code, subject(draft, field), namesAndValues));
    }
  }

  /// Throws everything that was found; nothing when all is well.
  void throwIfRefused() {
    List<Issue> found = issues.list();
    if (found.isEmpty()) {
      return;
    }
    boolean misshapen = found.stream().anyMatch(issue -> issue.code().status() == 400);
    throw new ProblemException(
        misshapen ? RecordError.RECORD_PROPERTIES_REFUSED : RecordError.RECORD_INVALID, found);
  }

  /// Who writes what, when, for the statements about the command's own object.
  WriteMark mark() {
    return mark(object);
  }

  /// The same about another object that the command touches.
  WriteMark mark(ObjectModel other) {
    return new WriteMark(
        context.tenant(), other, snapshot.version(), context.principal().userId(), now);
  }

  private String subject(Draft draft, String property) {
    return bulk ? "records[" + draft.index() + "]." + property : property;
  }

  static LocalizedText label(FieldModel field) {
    LocalizedText label = field.field().label();
    return label.isEmpty() ? LocalizedText.of(field.name(), field.name()) : label;
  }
}
