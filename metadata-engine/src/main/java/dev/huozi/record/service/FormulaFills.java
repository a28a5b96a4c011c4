package dev.huozi.record.service;

import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.metadata.change.FieldFills;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.formula.FormulaFields;
import dev.huozi.metadata.schema.DdlStatement;
import dev.huozi.metadata.schema.Effort;
import dev.huozi.metadata.schema.LockLevel;
import dev.huozi.metadata.schema.Rewrite;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.formula.ComputedField;
import dev.huozi.record.formula.ComputedFields;
import dev.huozi.record.sql.RecomputeRenderer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Fills the columns of stored formulas when they are made or changed.
@Singleton
public final class FormulaFills implements FieldFills {
  private static final int ROWS = 5_000;

  @Override
  public List<DdlStatement> wanted(
      Tenant tenant, MetadataSnapshot before, MetadataSnapshot after, TableFacts facts) {
    List<DdlStatement> steps = new ArrayList<>();
    for (ObjectModel object : after.objects()) {
      ObjectModel old = sameTable(before, object);
      List<ComputedField> changed = old == null ? List.of() : changed(before, old, after, object);
      if (!changed.isEmpty()) {
        TableFacts.Size size = facts.estimate(object.table());
        steps.add(
            new DdlStatement(
                object.table(),
                RecomputeRenderer.portion(object, changed, null, null, after, surroundings(tenant)),
                LockLevel.ROW_EXCLUSIVE,
                Rewrite.REWRITE,
                size.rows(),
                size.bytes(),
                Effort.ofFill(size),
                new DdlStatement.Later(object.table(), object.table())));
      }
    }
    return steps;
  }

  private static @Nullable ObjectModel sameTable(MetadataSnapshot before, ObjectModel object) {
    return before.objects().stream()
        .filter(old -> old.table().equals(object.table()))
        .findFirst()
        .orElse(null);
  }

  private static List<ComputedField> changed(
      MetadataSnapshot before, ObjectModel old, MetadataSnapshot after, ObjectModel object) {
    List<String> known = stored(before, old).stream().map(field -> meaning(before, field)).toList();
    return stored(after, object).stream()
        .filter(field -> !known.contains(meaning(after, field)))
        .toList();
  }

  private static List<ComputedField> stored(MetadataSnapshot snapshot, ObjectModel object) {
    return ComputedFields.of(snapshot).stored(object);
  }

  /// Column and formulas: what decides about the values.
  private static String meaning(MetadataSnapshot snapshot, ComputedField field) {
    StringBuilder text = new StringBuilder(field.field().columns().toString());
    for (FieldModel reached : FormulaFields.of(snapshot).reached(field.field())) {
      FieldType type = reached.field().type();
      text.append('\n').append(reached.name()).append(' ').append(type);
    }
    return text.toString();
  }

  @Override
  public boolean isFill(DdlStatement.Later task) {
    return task.table().equals(task.name());
  }

  @Override
  public boolean fill(
      Tenant tenant,
      MetadataSnapshot snapshot,
      DdlStatement.Later task,
      Transaction statements,
      BooleanSupplier current) {
    ObjectModel object =
        snapshot.objects().stream()
            .filter(each -> each.table().equals(task.table()))
            .findFirst()
            .orElse(null);
    List<ComputedField> stored = object == null ? List.of() : stored(snapshot, object);
    if (object == null || stored.isEmpty()) {
      return true;
    }
    UUID last = null;
    while (true) {
      if (!current.getAsBoolean()) {
        return false;
      }
      UUID next =
          statements.queryOne(RecomputeRenderer.last(object, last, ROWS), row -> row.uuid(0));
      if (next == null) {
        return true;
      }
      statements.execute(
          RecomputeRenderer.portion(object, stored, last, next, snapshot, surroundings(tenant)));
      last = next;
    }
  }

  /// The moment does not count: what changes with it is not stored.
  private static SqlSurroundings surroundings(Tenant tenant) {
    return new SqlSurroundings(Instant.EPOCH, tenant.zone());
  }
}
