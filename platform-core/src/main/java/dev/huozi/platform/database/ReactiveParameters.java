package dev.huozi.platform.database;

import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlJson;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A statement as the Vert.x client wants it: numbered marks, values in its classes. JSON travels
/// as text and becomes JSON in the server, as the client would read numbers as doubles.
record ReactiveParameters(String text, Tuple values) {

  static ReactiveParameters of(SqlFragment statement) {
    StringBuilder text = new StringBuilder(statement.text().length() + 16);
    Tuple values = Tuple.tuple();
    int parameter = 0;
    for (int i = 0; i < statement.text().length(); i++) {
      char c = statement.text().charAt(i);
      if (c != '?') {
        text.append(c);
        continue;
      }
      Object value = statement.parameters().get(parameter++);
      text.append('$').append(parameter).append(cast(value));
      values.addValue(convert(value));
    }
    return new ReactiveParameters(text.toString(), values);
  }

  private static String cast(@Nullable Object value) {
    return switch (value) {
      case SqlJson _ -> "::text::jsonb";
      case SqlArray array when array.elementType().equals("jsonb") -> "::text[]::jsonb[]";
      case null, default -> "";
    };
  }

  private static @Nullable Object convert(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case SqlJson json -> json.json();
      case SqlArray array -> convert(array);
      case null, default -> value;
    };
  }

  /// The client wants arrays of exactly the element's class.
  private static Object[] convert(SqlArray array) {
    List<? extends @Nullable Object> elements =
        array.elements().stream().map(ReactiveParameters::convert).toList();
    return switch (array.elementType()) {
      case "text", "jsonb" -> elements.toArray(new String[0]);
      case "uuid" -> elements.toArray(new UUID[0]);
      case "numeric" -> elements.toArray(new BigDecimal[0]);
      case "int4" -> elements.toArray(new Integer[0]);
      case "int8" -> elements.toArray(new Long[0]);
      case "bool" -> elements.toArray(new Boolean[0]);
      case "date" -> elements.toArray(new LocalDate[0]);
      case "timestamptz" -> elements.toArray(new OffsetDateTime[0]);
      default ->
          throw new IllegalArgumentException(
              "An array of (%s) is not supported.".formatted(array.elementType()));
    };
  }
}
