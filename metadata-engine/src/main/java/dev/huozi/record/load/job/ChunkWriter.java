package dev.huozi.record.load.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordTransaction;
import dev.huozi.record.RowOutcome;
import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.job.ImportLine.Note;
import dev.huozi.record.load.profile.LoadPlan;
import dev.huozi.record.load.profile.LoadPlan.CellFault;
import dev.huozi.record.load.profile.LoadPlan.PlannedColumn;
import dev.huozi.record.load.profile.LoadPlan.PlannedTarget;
import dev.huozi.record.load.profile.LoadPlan.Shaped;
import dev.huozi.record.sql.ImportRowRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes a chunk of rows to the targets of its plan, in one transaction of the caller.
final class ChunkWriter {
  private final RecordTransaction transaction;
  private final Tenant tenant;
  private final UUID job;
  private final List<? extends SheetRow> rows;
  private final ChunkResult result = new ChunkResult();

  ChunkWriter(
      RecordTransaction transaction, Tenant tenant, UUID job, List<? extends SheetRow> rows) {
    this.transaction = transaction;
    this.tenant = tenant;
    this.job = job;
    this.rows = rows;
  }

  /// A row on its way into one target. `twins` are later rows that say the same of the same record.
  private record Item(int row, ObjectNode values, List<Integer> twins) {}

  /// @param refused rows that are known to be bad, with what is wrong with them
  ChunkResult write(LoadPlan plan, Map<Integer, List<Note>> refused) {
    refused.forEach((row, notes) -> result.refuse(row, notes, false));
    Set<Integer> written = new HashSet<>();
    shapeAll(plan)
        .forEach((target, items) -> {
          items.removeIf(item -> result.refused().containsKey(item.row()));
          write(target, target.target().once() ? joined(target, items) : items, written);
          items.forEach(item -> written.add(item.row()));
        });
    return result;
  }

  /// All cells are read before anything is written: a row with a cell that cannot be read goes
  /// nowhere.
  private Map<PlannedTarget, List<Item>> shapeAll(LoadPlan plan) {
    Map<PlannedTarget, List<Item>> shaped = new LinkedHashMap<>();
    for (PlannedTarget target : plan.targets()) {
      shaped.put(target, new ArrayList<>());
    }
    for (int i = 0; i < rows.size(); i++) {
      switch (rows.get(i)) {
        case SheetRow.Broken broken ->
            result.refuse(i, List.of(Note.of(null, "", broken.issue())), false);
        case SheetRow.Cells cells -> shape(plan, i, cells, shaped);
        case SheetRow.Values values -> {
          if (!result.refused().containsKey(i)) {
            Item item = new Item(i, values.values(), new ArrayList<>());
            Objects.requireNonNull(shaped.get(plan.targets().getFirst())).add(item);
          }
        }
      }
    }
    return shaped;
  }

  private void shape(
      LoadPlan plan, int row, SheetRow.Cells cells, Map<PlannedTarget, List<Item>> shaped) {
    List<Note> faults = new ArrayList<>();
    Map<PlannedTarget, Item> items = new LinkedHashMap<>();
    for (PlannedTarget target : plan.targets()) {
      Shaped one = LoadPlan.shape(target, cells);
      one.faults().forEach(fault -> faults.add(note(fault)));
      if (one.values() != null) {
        items.put(target, new Item(row, one.values(), new ArrayList<>()));
      }
    }
    if (!faults.isEmpty()) {
      result.refuse(row, faults, false);
    } else if (!result.refused().containsKey(row)) {
      items.forEach((target, item) -> Objects.requireNonNull(shaped.get(target)).add(item));
    }
  }

  static Note note(CellFault fault) {
    PlannedColumn column = fault.column();
    Object label =
        column.field() == null || column.field().field().label().isEmpty()
            ? column.name()
            : column.field().field().label();
    return Note.of(
        column.header(), fault.text(), fault.code(), Map.of("label", label, "value", fault.text()));
  }

  /// Rows that say exactly the same of the same record are one.
  private static List<Item> joined(PlannedTarget target, List<Item> items) {
    String key = Objects.requireNonNull(target.target().key());
    FieldModel field = target.object().field(key);
    String name = field == null ? key : field.name();
    Map<String, Item> first = new HashMap<>();
    List<Item> distinct = new ArrayList<>();
    for (Item item : items) {
      String value = item.values().path(name).asText().strip().toLowerCase(Locale.ROOT);
      Item known = value.isEmpty() ? null : first.putIfAbsent(value, item);
      if (known != null && known.values().equals(item.values())) {
        known.twins().add(item.row());
      } else {
        distinct.add(item);
      }
    }
    return distinct;
  }

  private void write(PlannedTarget target, List<Item> items, Set<Integer> written) {
    if (items.isEmpty()) {
      return;
    }
    Set<UUID> settled = new HashSet<>();
    BulkWrite.@Nullable Settled settling =
        target.target().once() ? found -> settled(found, settled) : null;
    List<RowOutcome> outcomes =
        transaction.write(
            new BulkWrite(
                target.object().name(),
                target.target().how(),
                target.target().key(),
                items.stream().map(Item::values).toList(),
                settling));
    for (int i = 0; i < items.size(); i++) {
      note(target, items.get(i), outcomes.get(i), settled, written);
    }
  }

  /// The records that this import has dealt with, in earlier chunks or earlier in this one.
  private Set<UUID> settled(java.util.Collection<UUID> found, Set<UUID> settled) {
    settled.addAll(
        transaction
            .connection()
            .query(
                ImportRowRenderer.membersAmong(tenant, job, found),
                row -> Objects.requireNonNull(row.uuid(0))));
    found.stream().filter(result::hasMember).forEach(settled::add);
    return settled;
  }

  private void note(
      PlannedTarget target,
      Item item,
      RowOutcome outcome,
      Set<UUID> settled,
      Set<Integer> written) {
    String object = target.object().name();
    long id = target.object().id();
    switch (outcome) {
      case RowOutcome.Created(UUID record) -> {
        result.member(record, id, 0, 1);
        result.count(object, 1, 0, 0);
      }
      case RowOutcome.Updated(UUID record, int version) -> {
        result.member(record, id, version - 1, version);
        result.count(object, 0, 1, 0);
      }
      case RowOutcome.Unchanged(UUID record, int version) -> {
        if (!settled.contains(record) && !result.hasMember(record)) {
          result.count(object, 0, 0, 1);
          if (target.target().once()) {
            result.member(record, id, version, version);
          }
        }
      }
      case RowOutcome.Differs(_, _, List<Issue> issues) -> {
        result.conflict(item.row(), notes(target, item.row(), issues));
        item.twins().forEach(twin -> result.conflict(twin, notes(target, twin, issues)));
      }
      case RowOutcome.Refused(List<Issue> issues) -> {
        result.refuse(item.row(), notes(target, item.row(), issues), written.contains(item.row()));
        item.twins()
            .forEach(
                twin -> result.refuse(twin, notes(target, twin, issues), written.contains(twin)));
      }
    }
  }

  private List<Note> notes(PlannedTarget target, int row, List<Issue> issues) {
    return issues.stream().map(issue -> note(target, row, issue)).toList();
  }

  private Note note(PlannedTarget target, int row, Issue issue) {
    PlannedColumn column = target.columnOf(issue.subject());
    boolean named = rows.get(row) instanceof SheetRow.Values;
    @Nullable String header = column != null ? column.header() : named ? issue.subject() : null;
    String value =
        column != null && rows.get(row) instanceof SheetRow.Cells cells
            ? cells.cell(column.place()).text()
            : "";
    return Note.of(header, value, issue);
  }
}
