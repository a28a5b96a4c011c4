package dev.huozi.record.write;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.DatabaseConflict;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in the user's words what the database refused: another writer was faster than our checks.
/// Goes by the names of indexes and columns, never by the database's text, which holds values of
/// other records.
final class ConflictWording {
  private ConflictWording() {}

  /// @param drafts what was being written; empty for a deletion
  static RuntimeException word(DatabaseConflict conflict, WriteScope scope, List<Draft> drafts) {
    if (conflict.kind().isPassing()) {
      return conflict;
    }
    return switch (conflict.kind()) {
      case UNIQUE -> notUnique(conflict, scope, drafts);
      case REFERENCE -> new ProblemException(RecordError.RECORD_CHANGED_MEANWHILE);
      case REQUIRED -> required(conflict, scope, drafts);
      case CHECK, LOCKED, REPEAT -> conflict;
    };
  }

  private static RuntimeException notUnique(
      DatabaseConflict conflict, WriteScope scope, List<Draft> drafts) {
    List<FieldModel> key = key(scope.object(), conflict.constraint());
    if (key.isEmpty() || drafts.isEmpty()) {
      return conflict;
    }
    if (drafts.size() > 1) {
      // The index does not tell which of many records it was; asking again lets the checks find
      // out.
      return new ProblemException(RecordError.RECORD_CHANGED_MEANWHILE);
    }
    UniqueKeys.refuse(scope, drafts.getFirst(), key);
    return problem(scope);
  }

  private static RuntimeException required(
      DatabaseConflict conflict, WriteScope scope, List<Draft> drafts) {
    for (FieldModel field : scope.object().fields()) {
      if (field.column().name().equals(conflict.constraint()) && !drafts.isEmpty()) {
        scope.refuse(drafts.getFirst(), field, RecordError.RECORD_FIELD_REQUIRED);
        return problem(scope);
      }
    }
    return conflict;
  }

  private static RuntimeException problem(WriteScope scope) {
    return new ProblemException(RecordError.RECORD_INVALID, scope.issues().list());
  }

  /// The fields behind a unique index: `u_<column>` for one field, `y_<t>_<n>_<n>` for several
  /// columns `c_<n>` of the table `o_<t>`.
  private static List<FieldModel> key(ObjectModel object, @Nullable String index) {
    for (FieldModel field : object.fields()) {
      if (("u_" + field.column().name()).equals(index)) {
        return List.of(field);
      }
    }
    for (List<String> names : object.definition().uniqueKeys()) {
      List<FieldModel> fields = new ArrayList<>();
      for (String name : names) {
        FieldModel field = object.field(name);
        if (field != null) {
          fields.add(field);
        }
      }
      if (indexName(object, fields).equals(index)) {
        return fields;
      }
    }
    return List.of();
  }

  private static String indexName(ObjectModel object, List<FieldModel> fields) {
    String prefix = "y" + object.table().name().substring(1) + "_";
    return fields.stream()
        .map(field -> field.column().name().replaceFirst("^c_", ""))
        .collect(Collectors.joining("_", prefix, ""));
  }
}
