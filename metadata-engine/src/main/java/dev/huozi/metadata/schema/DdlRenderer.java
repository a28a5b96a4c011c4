package dev.huozi.metadata.schema;

import dev.huozi.metadata.schema.TableShape.Column;
import dev.huozi.metadata.schema.TableShape.ForeignKey;
import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.metadata.schema.TableShape.OneTarget;
import dev.huozi.metadata.schema.TableShape.Part;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.SortCollation;
import java.util.ArrayList;
import java.util.List;

/// Writes schema changes as statements of one tenant. Everything but constants and generated names
/// is bound.
final class DdlRenderer {
  private static final SqlFragment SYSTEM_COLUMNS =
      SqlFragment.join(
          ",\n  ",
          List.of(
              SqlFragment.of("  \"id\" uuid primary key"),
              SqlFragment.of("\"version\" integer not null default 1"),
              SqlFragment.of("\"created_at\" timestamptz not null"),
              SqlFragment.of("\"created_by\" uuid not null"),
              SqlFragment.of("\"updated_at\" timestamptz not null"),
              SqlFragment.of("\"updated_by\" uuid not null")));
  private static final SqlFragment CURRENCY = SqlFragment.of("\"currency\" text");

  private final SqlIdentifier schema;
  private final SortCollation collation;

  DdlRenderer(SqlIdentifier schema, SortCollation collation) {
    this.schema = schema;
    this.collation = collation;
  }

  SqlFragment render(SchemaChange change) {
    return switch (change) {
      case SchemaChange.CreateTable create -> createTable(create.shape());
      case SchemaChange.DropTable drop -> SqlFragment.of("drop table ").then(table(drop));
      case SchemaChange.RememberFill fill ->
          SqlFragment.of("select set_config('huozi.fill', ?, true)", fill.value());
      case SchemaChange.AddColumn add ->
          alter(add).then(" add column ").then(column(add.column(), add.fill()));
      case SchemaChange.DropDefault drop ->
          alterColumn(drop, drop.column().name())
              .then(
                  drop.column().isBoolean()
                      ? SqlFragment.of(" set default false")
                      : SqlFragment.of(" drop default"));
      case SchemaChange.AddCurrency add ->
          alter(add).then(" add column if not exists ").then(CURRENCY);
      case SchemaChange.DropCurrency drop -> alter(drop).then(" drop column \"currency\"");
      case SchemaChange.ConvertColumn convert -> convert(convert);
      case SchemaChange.RenameColumn rename ->
          alter(rename)
              .then(" rename column ")
              .then(SqlFragment.identifier(rename.from()))
              .then(" to ")
              .then(SqlFragment.identifier(rename.to()));
      case SchemaChange.DropColumn drop ->
          alter(drop).then(" drop column ").then(SqlFragment.identifier(drop.column()));
      case SchemaChange.ClearDangling clear -> clear(clear);
      case SchemaChange.WidenColumn widen ->
          alterColumn(widen, widen.column()).then(" type ").then(widen.type().sql());
      case SchemaChange.EmptyColumn empty -> empty(empty);
      case SchemaChange.FillColumn fill -> fill(fill);
      case SchemaChange.Require require ->
          alterColumn(require, require.column()).then(" set not null");
      case SchemaChange.Unrequire free -> alterColumn(free, free.column()).then(" drop not null");
      case SchemaChange.AddCheck add -> alter(add).then(" add ").then(check(add.check()));
      case SchemaChange.AddForeignKey add -> foreignKey(add);
      case SchemaChange.ValidateForeignKey validate ->
          alter(validate)
              .then(" validate constraint ")
              .then(SqlFragment.identifier(validate.name()));
      case SchemaChange.DropConstraint drop ->
          alter(drop).then(" drop constraint ").then(SqlFragment.identifier(drop.name()));
      case SchemaChange.AddIndex add -> index(add);
      case SchemaChange.DropIndex drop ->
          SqlFragment.of("drop index if exists ").then(SqlFragment.identifier(schema, drop.name()));
    };
  }

  private SqlFragment table(SchemaChange change) {
    return SqlFragment.identifier(schema, change.table());
  }

  private SqlFragment alter(SchemaChange change) {
    return SqlFragment.of("alter table ").then(table(change));
  }

  private SqlFragment alterColumn(SchemaChange change, SqlIdentifier column) {
    return alter(change).then(" alter column ").then(SqlFragment.identifier(column));
  }

  private SqlFragment createTable(TableShape shape) {
    List<SqlFragment> lines = new ArrayList<>();
    lines.add(SYSTEM_COLUMNS);
    if (shape.currency()) {
      lines.add(SqlFragment.of("  ").then(CURRENCY));
    }
    shape.columns().values().forEach(one -> lines.add(SqlFragment.of("  ").then(column(one))));
    shape.checks().values().forEach(check -> lines.add(SqlFragment.of("  ").then(check(check))));
    return SqlFragment.of("create table ")
        .then(SqlFragment.identifier(schema, shape.name()))
        .then(" (\n")
        .then(SqlFragment.join(",\n", lines))
        .then("\n)");
  }

  /// A column of a new table.
  private static SqlFragment column(Column column) {
    SqlFragment text = typed(column);
    if (column.isBoolean()) {
      return text.then(" not null default false");
    }
    return column.required() ? text.then(" not null") : text;
  }

  /// A column of a table that has rows.
  private static SqlFragment column(Column column, SchemaChange.Fill fill) {
    SqlFragment text = typed(column);
    return switch (fill) {
      case BLANK -> column.isBoolean() ? text.then(" not null default false") : text;
      case TRUE -> text.then(" not null default true");
      case REMEMBERED ->
          text.then(" not null default cast(current_setting('huozi.fill') as ")
              .then(column.type().sql())
              .then(")");
    };
  }

  private static SqlFragment typed(Column column) {
    return SqlFragment.identifier(column.name()).then(" ").then(column.type().sql());
  }

  private SqlFragment convert(SchemaChange.ConvertColumn convert) {
    Conversion conversion = new Conversion(convert.from(), convert.column().type());
    SqlIdentifier name = convert.column().name();
    return convert.shadow()
        ? new Shadow(schema, convert).catchUp()
        : alterColumn(convert, name)
            .then(" type ")
            .then(convert.column().type().sql())
            .then(" using ")
            .then(conversion.value(SqlFragment.identifier(name)));
  }

  private SqlFragment clear(SchemaChange.ClearDangling clear) {
    SqlFragment name = SqlFragment.identifier(clear.column());
    return SqlFragment.of("update ")
        .then(table(clear))
        .then(" set ")
        .then(name)
        .then(" = null where ")
        .then(StoredTableFacts.dangling(name, SqlFragment.identifier(schema, clear.target())));
  }

  private SqlFragment empty(SchemaChange.EmptyColumn empty) {
    SqlFragment name = SqlFragment.identifier(empty.column().name());
    SqlFragment update = SqlFragment.of("update ").then(table(empty)).then(" set ").then(name);
    return empty.column().isBoolean()
        ? update.then(" = false where ").then(name)
        : update.then(" = null where ").then(name).then(" is not null");
  }

  private SqlFragment fill(SchemaChange.FillColumn fill) {
    SqlFragment name = SqlFragment.identifier(fill.column().name());
    SqlFragment update =
        SqlFragment.of("update ")
            .then(table(fill))
            .then(" set ")
            .then(name)
            .then(" = cast(? as ", fill.value())
            .then(fill.column().type().sql())
            .then(") where ")
            .then(name);
    return fill.column().isBoolean() ? update.then(" is not true") : update.then(" is null");
  }

  private static SqlFragment check(OneTarget check) {
    return SqlFragment.of("constraint ")
        .then(SqlFragment.identifier(check.name()))
        .then(" check (num_nonnulls(")
        .then(
            SqlFragment.join(", ", check.columns().stream().map(SqlFragment::identifier).toList()))
        .then(check.required() ? SqlFragment.of(") = 1)") : SqlFragment.of(") <= 1)"));
  }

  private SqlFragment foreignKey(SchemaChange.AddForeignKey add) {
    ForeignKey key = add.key();
    SqlFragment text =
        alter(add)
            .then(" add constraint ")
            .then(SqlFragment.identifier(key.name()))
            .then(" foreign key (")
            .then(SqlFragment.identifier(key.column()))
            .then(") references ")
            .then(SqlFragment.identifier(schema, key.target()))
            .then(key.clear() ? SqlFragment.of(" on delete set null") : SqlFragment.EMPTY);
    return add.onNewTable() ? text : text.then(" not valid");
  }

  private SqlFragment index(SchemaChange.AddIndex add) {
    Index index = add.index();
    SqlFragment create =
        index.unique() ? SqlFragment.of("create unique index ") : SqlFragment.of("create index ");
    return (add.canFollow() ? create.then("concurrently ") : create)
        .then(SqlFragment.identifier(index.name()))
        .then(" on ")
        .then(SqlFragment.identifier(schema, add.table()))
        .then(" (")
        .then(SqlFragment.join(", ", index.parts().stream().map(this::part).toList()))
        .then(")");
  }

  /// How a value of a unique index is compared.
  static SqlFragment unique(Part part) {
    SqlFragment column = SqlFragment.identifier(part.column());
    return switch (part.form()) {
      case PLAIN, SORTED -> column;
      case FOLDED -> SqlFragment.of("lower(").then(column).then(" collate \"und-x-icu\")");
    };
  }

  private SqlFragment part(Part part) {
    SqlFragment column = SqlFragment.identifier(part.column());
    return switch (part.form()) {
      case PLAIN, FOLDED -> unique(part);
      case SORTED ->
          switch (collation) {
            case ZH -> column.then(" collate \"zh-x-icu\"");
            case UND -> column.then(" collate \"und-x-icu\"");
          };
    };
  }
}
