package dev.huozi.sample.bench.workload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows as JSON, written by hand.
final class BaselineJson {
  private static final JsonFactory JSON = new JsonFactory();

  private BaselineJson() {}

  /// A page, of which one row more was read than it shows.
  static Buffer deals(RowSet<Row> rows) {
    return json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("records");
      int left = BaselineSql.PAGE_ROWS;
      Row last = null;
      for (Row row : rows) {
        if (left-- == 0) {
          break;
        }
        out.writeStartObject();
        fields(out, row);
        out.writeEndObject();
        last = row;
      }
      out.writeEndArray();
      out.writeStringField("next", left < 0 && last != null ? cursor(last) : null);
      out.writeEndObject();
    });
  }

  private static String cursor(Row last) {
    String place = last.getLocalDate(9) + " " + last.getUUID(0);
    return Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /// One deal with everything it has.
  static void deal(JsonGenerator out, Row row) throws IOException {
    out.writeStartObject();
    fields(out, row);
    time(out, "seen_at", row.getOffsetDateTime(16));
    time(out, "created_at", row.getOffsetDateTime(17));
    reference(out, "created_by", row.getUUID(18), row.getString(19));
    time(out, "updated_at", row.getOffsetDateTime(20));
    reference(out, "updated_by", row.getUUID(21), row.getString(22));
    out.writeEndObject();
  }

  private static void fields(JsonGenerator out, Row row) throws IOException {
    out.writeStringField("id", row.getUUID(0).toString());
    out.writeNumberField("version", row.getInteger(1));
    out.writeStringField("name", row.getString(2));
    reference(out, "client", row.getUUID(3), row.getString(4));
    reference(out, "owner", row.getUUID(5), row.getString(6));
    out.writeStringField("stage", row.getString(7));
    money(out, "amount", row.getBigDecimal(8));
    LocalDate closes = row.getLocalDate(9);
    out.writeStringField("close_date", closes == null ? null : closes.toString());
    number(out, "probability", row.getBigDecimal(10));
    number(out, "quantity", row.getBigDecimal(11));
    number(out, "discount", row.getBigDecimal(12));
    out.writeStringField("product", row.getString(13));
    out.writeStringField("source", row.getString(14));
    out.writeStringField("next_step", row.getString(15));
  }

  private static void time(JsonGenerator out, String field, @Nullable OffsetDateTime time)
      throws IOException {
    out.writeStringField(field, time == null ? null : time.toInstant().toString());
  }

  static void money(JsonGenerator out, String field, @Nullable BigDecimal amount)
      throws IOException {
    if (amount == null) {
      out.writeNullField(field);
      return;
    }
    out.writeObjectFieldStart(field);
    out.writeNumberField("amount", amount);
    out.writeStringField("currency", "CNY");
    out.writeEndObject();
  }

  private static void reference(
      JsonGenerator out, String field, @Nullable UUID id, @Nullable String name)
      throws IOException {
    if (id == null) {
      out.writeNullField(field);
      return;
    }
    out.writeObjectFieldStart(field);
    out.writeStringField("id", id.toString());
    out.writeStringField("name", name);
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String field, @Nullable BigDecimal value)
      throws IOException {
    if (value == null) {
      out.writeNullField(field);
    } else {
      out.writeNumberField(field, value);
    }
  }

  /// Writes JSON.
  interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  static Buffer json(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
