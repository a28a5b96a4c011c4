package dev.huozi.metadata.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.schema.ColumnType;
import dev.huozi.metadata.schema.PhysicalColumn;
import dev.huozi.metadata.schema.PhysicalModel;
import dev.huozi.metadata.schema.PhysicalTable;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the physical names of every version.
final class PhysicalHistory {
  private final Consumer<SqlFragment> out;
  private final Tenant tenant;
  private final long version;

  PhysicalHistory(Consumer<SqlFragment> out, Tenant tenant, long version) {
    this.out = out;
    this.tenant = tenant;
    this.version = version;
  }

  void add(PhysicalModel before, PhysicalModel after) {
    List<Long> ids = new ArrayList<>();
    List<@Nullable String> bodies = new ArrayList<>();
    for (PhysicalTable table : after.inOrder()) {
      if (!table.equals(before.table(table.objectId()))) {
        ids.add(table.objectId());
        bodies.add(Json.write(body(table)));
      }
    }
    for (PhysicalTable table : before.inOrder()) {
      if (after.table(table.objectId()) == null) {
        ids.add(table.objectId());
        bodies.add(null);
      }
    }
    if (!ids.isEmpty()) {
      out.accept(
          SqlFragment.of("insert into ")
              .then(CatalogueTable.PHYSICAL_HISTORY.of(tenant))
              .then(" (version, object_id, body)")
              .then(
                  " select ?::int8, r.id, r.body::json from unnest(?, ?) r (id, body)",
                  version,
                  new SqlArray("int8", ids),
                  new SqlArray("text", bodies)));
    }
  }

  private static ObjectNode body(PhysicalTable table) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", table.name().name());
    body.put("parked", table.parked());
    ArrayNode columns = body.putArray("columns");
    for (PhysicalColumn column : table.columns()) {
      columns
          .addObject()
          .put("field", column.fieldKey())
          .put("slot", column.slot())
          .put("name", column.name().name())
          .put("type", column.type().toString())
          .put("parked", column.parked());
    }
    return body;
  }

  /// Reads what `add` wrote.
  static PhysicalTable read(long objectId, JsonNode body) {
    List<PhysicalColumn> columns = new ArrayList<>();
    for (JsonNode column : body.get("columns")) {
      columns.add(
          new PhysicalColumn(
              column.get("field").textValue(),
              column.get("slot").longValue(),
              new SqlIdentifier(column.get("name").textValue()),
              ColumnType.parse(column.get("type").textValue()),
              column.get("parked").booleanValue()));
    }
    return new PhysicalTable(
        objectId,
        new SqlIdentifier(body.get("name").textValue()),
        body.get("parked").booleanValue(),
        columns);
  }
}
