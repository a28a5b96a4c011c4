package dev.huozi.metadata.store;

import dev.huozi.formula.type.Family;
import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.schema.TableFacts;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.Row;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values that stand in the tables now, as formulas take them: a few rows of an object with what
/// their references lead to.
public final class SampleRows {
  private static final SqlIdentifier ROOT = new SqlIdentifier("r");

  private final ReadSession session;
  private final TableFacts facts;
  private final MetadataSnapshot snapshot;
  private final Map<List<FieldModel>, SqlIdentifier> joined = new LinkedHashMap<>();
  private SqlFragment joins = SqlFragment.EMPTY;

  public SampleRows(ReadSession session, TableFacts facts, MetadataSnapshot snapshot) {
    this.session = session;
    this.facts = facts;
    this.snapshot = snapshot;
  }

  /// Fields to read, each by the way to it; and the shape of its values.
  public record Wanted(List<FieldModel> path, Family family) {
    public Wanted {
      path = List.copyOf(path);
    }
  }

  /// None where the tables do not hold all of it yet.
  public List<List<@Nullable Object>> read(ObjectModel object, List<Wanted> wanted, int limit) {
    joined.clear();
    joins = SqlFragment.EMPTY;
    List<SqlFragment> columns = new ArrayList<>();
    for (Wanted one : wanted) {
      SqlFragment column = column(object, one.path());
      if (column == null) {
        return List.of();
      }
      columns.add(column);
    }
    if (columns.isEmpty() || !facts.has(object.table(), new SqlIdentifier("id"))) {
      return List.of();
    }
    SqlFragment statement =
        SqlFragment.of("select ")
            .then(SqlFragment.join(", ", columns))
            .then(" from ")
            .then(SqlFragment.identifier(object.schema(), object.table()))
            .then(" ")
            .then(SqlFragment.identifier(ROOT))
            .then(joins)
            .then(" limit ")
            .then(SqlFragment.number(limit));
    return session.query(
        statement,
        row ->
            IntStream.range(0, wanted.size())
                .<@Nullable Object>mapToObj(i -> value(row, i, wanted.get(i).family()))
                .toList());
  }

  private @Nullable SqlFragment column(ObjectModel object, List<FieldModel> path) {
    ObjectModel at = object;
    SqlIdentifier alias = ROOT;
    for (int i = 0; i < path.size(); i++) {
      FieldModel field = path.get(i);
      boolean plain = field.columns().size() == 1 && !field.field().type().isVirtual();
      if (!plain || !facts.has(at.table(), field.column())) {
        return null;
      }
      SqlFragment column = SqlFragment.identifier(alias, field.column());
      if (i == path.size() - 1) {
        return column;
      }
      ObjectModel target = target(field);
      if (target == null) {
        return null;
      }
      List<FieldModel> way = path.subList(0, i + 1);
      SqlIdentifier known = joined.get(way);
      if (known == null) {
        known = new SqlIdentifier("j" + (joined.size() + 1));
        joined.put(List.copyOf(way), known);
        joins =
            joins
                .then(" left join ")
                .then(SqlFragment.identifier(target.schema(), target.table()))
                .then(" ")
                .then(SqlFragment.identifier(known))
                .then(" on ")
                .then(SqlFragment.identifier(known, new SqlIdentifier("id")))
                .then(" = ")
                .then(column);
      }
      alias = known;
      at = target;
    }
    return null;
  }

  private @Nullable ObjectModel target(FieldModel field) {
    String name = ObjectFields.target(field.field().type());
    return name == null ? null : snapshot.object(name);
  }

  private static @Nullable Object value(Row row, int column, Family family) {
    return switch (family) {
      case NUMERIC -> row.decimal(column);
      case BOOLEAN -> row.bool(column);
      case DATE -> row.date(column);
      case DATETIME -> row.instant(column);
      case REFERENCE -> row.uuid(column);
      case TEXT, PICKLIST -> blankAsNull(row.text(column));
      case TIME, MULTIPICKLIST, GEO, NULL -> null;
    };
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
