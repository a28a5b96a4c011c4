package dev.huozi.record.load.profile;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.NameSuggestion;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordError;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.profile.LoadPlan.PlannedColumn;
import dev.huozi.record.load.profile.LoadPlan.PlannedTarget;
import dev.huozi.record.query.ReferenceTargets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks a profile against a file's columns and a model, everything at once.
public final class LoadPlanner {
  private static final int MOST_TARGETS = 20;

  private final MetadataSnapshot snapshot;
  private final List<String> header;
  private final CellReaders readers;
  private final Issues issues = new Issues();

  private LoadPlanner(
      ImportProfile profile, List<String> header, MetadataSnapshot snapshot, ZoneId zone) {
    this.snapshot = snapshot;
    this.header = header;
    this.readers = new CellReaders(profile.reading(), snapshot, zone);
  }

  /// @param header names of the columns; empty where each row names its fields itself, for one
  ///   target then
  /// @param zone of times that name none
  /// @throws ProblemException `LOAD_PROFILE_INVALID` with an issue for each thing that is wrong
  public static LoadPlan plan(
      ImportProfile profile, List<String> header, MetadataSnapshot snapshot, ZoneId zone) {
    int most = header.isEmpty() ? 1 : MOST_TARGETS;
    if (profile.targets().isEmpty() || profile.targets().size() > most) {
      throw new ProblemException(LoadError.LOAD_PROFILE_EMPTY, "maximum", most);
    }
    LoadPlanner planner = new LoadPlanner(profile, header, snapshot, zone);
    List<PlannedTarget> targets = new ArrayList<>();
    for (ImportProfile.Target target : profile.targets()) {
      PlannedTarget planned = planner.target(target);
      if (planned != null) {
        targets.add(planned);
      }
    }
    planner.issues.throwIfErrors(LoadError.LOAD_PROFILE_INVALID);
    return new LoadPlan(targets);
  }

  private @Nullable PlannedTarget target(ImportProfile.Target target) {
    ObjectModel object = snapshot.object(target.object());
    if (object == null) {
      issues.error(
          RecordError.RECORD_OBJECT_UNKNOWN,
          target.object(),
          "object",
          target.object(),
          "nearest",
          NameSuggestion.nearest(
              target.object(), snapshot.objects().stream().map(ObjectModel::name).toList()));
      return null;
    }
    List<PlannedColumn> columns = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    for (ImportProfile.Column column : target.columns()) {
      PlannedColumn planned = column(object, column, target.key());
      if (planned != null && !filled.add(planned.name())) {
        issues.error(LoadError.LOAD_FIELD_TWICE, column.column(), "field", planned.name());
      } else if (planned != null) {
        columns.add(planned);
      }
    }
    PlannedTarget planned = new PlannedTarget(target, object, columns);
    checkKey(target, object, planned);
    return planned;
  }

  private void checkKey(ImportProfile.Target target, ObjectModel object, PlannedTarget planned) {
    String key = target.key();
    if (target.how() == BulkWrite.Mode.CREATE && !target.once()) {
      return;
    }
    boolean byName = header.isEmpty();
    FieldModel field = key == null ? null : object.field(key);
    boolean usable =
        BulkWrite.ID.equals(key) || field != null && !field.system() && field.field().unique();
    if (!usable) {
      issues.error(
          RecordError.RECORD_KEY_UNKNOWN,
          object.name(),
          "object",
          object.name(),
          "field",
          key == null ? "" : key,
          "allowed",
          keys(object));
    } else if (!byName && planned.columnOf(field == null ? key : field.name()) == null) {
      issues.error(
          LoadError.LOAD_KEY_UNMAPPED,
          object.name(),
          "object",
          object.name(),
          "field",
          String.valueOf(key));
    }
  }

  private @Nullable PlannedColumn column(
      ObjectModel object, ImportProfile.Column column, @Nullable String key) {
    int place = place(column.column());
    if (place < 0) {
      issues.error(
          LoadError.LOAD_COLUMN_UNKNOWN,
          column.column(),
          "column",
          column.column(),
          "nearest",
          NameSuggestion.nearest(column.column(), header));
      return null;
    }
    if (column.field().equals(BulkWrite.ID)) {
      CellReader text = cell -> new CellValue.Read(TextNode.valueOf(cell.text().strip()));
      return new PlannedColumn(place, column.column(), BulkWrite.ID, null, text);
    }
    FieldModel field = object.field(column.field());
    if (field == null) {
      issues.error(
          RecordError.RECORD_FIELD_UNKNOWN,
          column.column(),
          "object",
          object.name(),
          "field",
          column.field(),
          "nearest",
          NameSuggestion.nearest(
              column.field(), object.fields().stream().map(FieldModel::name).toList()));
      return null;
    }
    if (!field.name().equals(key) && isKept(field)) {
      issues.error(LoadError.LOAD_FIELD_READ_ONLY, column.column(), "field", field.name());
      return null;
    }
    return new PlannedColumn(place, column.column(), field.name(), field, reader(field, column));
  }

  private static boolean isKept(FieldModel field) {
    return field.system() || field.field().readOnly().isAlways() || field.field().type().isGiven();
  }

  private CellReader reader(FieldModel field, ImportProfile.Column column) {
    String by = column.by();
    FieldModel key = null;
    String object = null;
    List<ReferenceTargets.Target> targets = ReferenceTargets.of(field, snapshot);
    if (targets.size() > 1) {
      object = column.object() == null ? targets.getFirst().object().name() : column.object();
    }
    if (!targets.isEmpty() && by != null && !by.equals(BulkWrite.ID)) {
      String wanted = object;
      ObjectModel target =
          targets.stream()
              .map(ReferenceTargets.Target::object)
              .filter(one -> wanted == null || one.name().equalsIgnoreCase(wanted))
              .findFirst()
              .orElse(targets.getFirst().object());
      key = target.field(by);
      if (key == null || key.system() || !key.field().unique()) {
        issues.error(
            LoadError.LOAD_REFERENCE_KEY,
            column.column(),
            "field",
            by,
            "object",
            target.name(),
            "allowed",
            keys(target));
        key = null;
      }
    }
    return readers.of(field, key, object);
  }

  private int place(String column) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equals(column)) {
        return i;
      }
    }
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).toLowerCase(Locale.ROOT).equals(column.strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  /// The unique fields of an object.
  static List<String> keys(ObjectModel object) {
    return object.fields().stream()
        .filter(field -> field.field().unique() && !field.system())
        .map(FieldModel::name)
        .toList();
  }
}
