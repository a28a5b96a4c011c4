package dev.huozi.formula.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huozi.formula.value.GeoPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Values of case files: numbers as decimal texts, dates ISO, percents as they are shown.
final class CaseValues {
  /// Digits behind the point that a result is rounded to.
  private static final int RESULT_SCALE = 32;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final DateTimeFormatter DATETIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private CaseValues() {}

  static @Nullable Object read(String type, @Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    return switch (type) {
      case "number", "currency" -> number(node);
      case "percent" -> ratio(number(node));
      case "boolean", "checkbox" ->
          node.isBoolean() ? node.booleanValue() : Boolean.valueOf(node.asText());
      case "date" ->
          node.asText().isEmpty() ? null : LocalDate.parse(node.asText().substring(0, 10));
      case "datetime" -> node.asText().isEmpty() ? null : Instant.parse(node.asText());
      case "time" ->
          node.asText().isEmpty() ? null : LocalTime.parse(node.asText().replace("Z", ""));
      case "multipicklist" -> codes(node);
      case "geo", "geolocation", "location" -> point(node);
      default -> node.asText();
    };
  }

  private static @Nullable BigDecimal number(JsonNode node) {
    String text = node.asText().strip();
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static @Nullable BigDecimal ratio(@Nullable BigDecimal shown) {
    return shown == null ? null : shown.movePointLeft(2);
  }

  private static List<String> codes(JsonNode node) {
    if (!node.isArray()) {
      return node.asText().isEmpty() ? List.of() : List.of(node.asText().split(";"));
    }
    List<String> codes = new ArrayList<>();
    node.forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static @Nullable GeoPoint point(JsonNode node) {
    if (node.isObject()) {
      return new GeoPoint(
          new BigDecimal(node.path("latitude").asText("0")),
          new BigDecimal(node.path("longitude").asText("0")));
    }
    String[] parts =
        node.isArray()
            ? new String[] {node.path(0).asText(), node.path(1).asText()}
            : node.asText().split("[;,]");
    return parts.length == 2
        ? new GeoPoint(new BigDecimal(parts[0].strip()), new BigDecimal(parts[1].strip()))
        : null;
  }

  /// A result in the shape of case files.
  static JsonNode write(@Nullable String type, @Nullable Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (value) {
      case null -> json.nullNode();
      case Boolean bool -> json.booleanNode(bool);
      case BigDecimal number -> json.textNode(shown(type, number));
      case Instant moment -> json.textNode(DATETIME.format(moment));
      case LocalTime time -> json.textNode(TIME.format(time));
      case List<?> codes ->
          json.textNode(String.join(";", codes.stream().map(String::valueOf).toList()));
      case GeoPoint point ->
          json.textNode(point.latitude().toPlainString() + ";" + point.longitude().toPlainString());
      default -> json.textNode(value.toString());
    };
  }

  private static String shown(@Nullable String type, BigDecimal number) {
    BigDecimal shown = "percent".equals(type) ? number.multiply(HUNDRED) : number;
    BigDecimal rounded =
        shown.scale() > RESULT_SCALE ? shown.setScale(RESULT_SCALE, RoundingMode.HALF_UP) : shown;
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
