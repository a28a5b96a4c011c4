package dev.huozi.metadata.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/// Prints a tree as canonical YAML: maps in block form, lists of plain values on one line where it
/// has room, texts unquoted where they can be. Reading what it printed gives the same tree.
public final class YamlPrinter {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  /// Words that YAML 1.1 readers take for something else.
  private static final Pattern WORDS = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~");

  /// What some reader of YAML takes for a number.
  private static final Pattern NUMBER_LIKE =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?|0[xob][0-9A-Fa-f_]+|[0-9]+(:[0-9]+)+"
              + "|(?i:[-+]?\\.(inf|nan))|=|<<");

  private final StringBuilder out = new StringBuilder();

  private YamlPrinter() {}

  public static String print(ObjectNode tree) {
    YamlPrinter printer = new YamlPrinter();
    if (tree.isEmpty()) {
      return "{}\n";
    }
    printer.map(tree, "", false);
    return printer.out.toString();
  }

  /// @param continues the first key stands on the line that is already begun (after `- `)
  private void map(ObjectNode map, String indent, boolean continues) {
    boolean first = true;
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      out.append(first && continues ? "" : indent)
          .append(scalar(entry.getKey(), false))
          .append(':');
      first = false;
      valueOfKey(entry.getKey(), entry.getValue(), indent);
    }
  }

  private void valueOfKey(String key, JsonNode value, String indent) {
    switch (value) {
      case ObjectNode map when !map.isEmpty() -> {
        out.append('\n');
        map(map, indent + INDENT, false);
      }
      case ArrayNode list when !fitsOneLine(list, indent.length() + key.length() + 2) -> {
        out.append('\n');
        list(list, indent + INDENT);
      }
      default -> inline(value, indent);
    }
  }

  private void inline(JsonNode value, String indent) {
    out.append(' ');
    if (value.isTextual() && isBlock(value.textValue())) {
      block(value.textValue(), indent + INDENT);
    } else {
      out.append(flow(value, false)).append('\n');
    }
  }

  private void list(ArrayNode list, String indent) {
    for (JsonNode item : list) {
      out.append(indent).append('-');
      switch (item) {
        case ObjectNode map when !map.isEmpty() -> {
          out.append(' ');
          map(map, indent + INDENT, true);
        }
        case ArrayNode inner when !fitsOneLine(inner, indent.length() + 2) -> {
          out.append('\n');
          list(inner, indent + INDENT);
        }
        default -> inline(item, indent);
      }
    }
  }

  private static boolean fitsOneLine(ArrayNode list, int before) {
    for (JsonNode item : list) {
      if (item.isContainerNode() && !item.isEmpty()) {
        return false;
      }
    }
    String line = flow(list, false);
    return before + line.codePointCount(0, line.length()) <= WIDTH;
  }

  private static String flow(JsonNode value, boolean inside) {
    if (value instanceof ArrayNode list) {
      StringBuilder line = new StringBuilder("[");
      for (JsonNode item : list) {
        line.append(line.length() > 1 ? ", " : "").append(flow(item, true));
      }
      return line.append(']').toString();
    }
    if (value.isObject()) {
      return "{}";
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isTextual() ? scalar(value.textValue(), inside) : value.asText();
  }

  /// @param inside inside `[ ]`, where more characters mean something
  private static String scalar(String text, boolean inside) {
    return isPlain(text, inside) ? text : quoted(text);
  }

  /// Whether a text needs no quotes: a start that means nothing in YAML, no `: `, no ` #`, no blank
  /// at an end, and nothing that reads as another type.
  private static boolean isPlain(String text, boolean inside) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && isPlainStart(text)
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.startsWith("...")
        && text.codePoints().allMatch(YamlPrinter::isPrintable)
        && !WORDS.matcher(text).matches()
        && !(text.length() < 120 && NUMBER_LIKE.matcher(text).matches())
        && !(inside && text.chars().anyMatch(c -> ",[]{}\"':".indexOf(c) >= 0));
  }

  private static boolean isPlainStart(String text) {
    int first = text.codePointAt(0);
    if (first == '-') {
      return text.length() > 1
          && (Character.isLetter(text.codePointAt(1)) || text.charAt(1) == '_');
    }
    return first > 0x7F || Character.isLetterOrDigit(first) || "_$/.(+<=^;\\".indexOf(first) >= 0;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            default -> {
              if (isPrintable(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
              }
            }
          }
        });
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> c == 0x200D;
      default -> true;
    };
  }

  /// Several clean lines stand as a literal block.
  private static boolean isBlock(String text) {
    return text.contains("\n")
        && !text.endsWith("\n\n")
        && !text.startsWith("\n")
        && !text.startsWith(" ")
        && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c))
        && text.lines().noneMatch(line -> line.endsWith(" ") || line.isBlank() && !line.isEmpty());
  }

  private void block(String text, String indent) {
    out.append(text.endsWith("\n") ? "|\n" : "|-\n");
    for (String line : text.lines().toList()) {
      out.append(line.isEmpty() ? "" : indent).append(line).append('\n');
    }
  }
}
