package dev.huozi.metadata.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.platform.problem.Issues;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class YamlPrinterTest {
  private static final String[] PIECES = {
    "a",
    "客户",
    " ",
    ": ",
    ":",
    " #",
    "#",
    "\"",
    "'",
    "\\",
    "\n",
    "-",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "true",
    "null",
    "~",
    "0",
    "1.5",
    "007",
    "yes",
    "😀",
    "\t",
    "\u2028",
    "\u00A0",
    "\u200B",
    "$User",
    "=",
    "<",
    "...",
    "---",
    ".",
    "é",
    "　",
    "（",
    "\r",
    "\u0085",
    "\uE000",
    "2026-01-01",
    "0x1F",
    "1e5",
    "_",
    "+1",
    "\u0001"
  };

  private static JsonNode read(String yaml) {
    Issues issues = new Issues();
    SourceTree tree = YamlReader.read("x.yaml", yaml, issues);
    assertThat(issues.list()).as(yaml).isEmpty();
    assertThat(tree).as(yaml).isNotNull();
    return tree.tree();
  }

  @Test
  void canonical_text_comes_back_byte_for_byte() {
    String yaml =
        """
        name: store
        label:
          zh: 门店
          en: Store
        description:
          en: |
            Two lines,
              the second one indented.

            And: a third # paragraph
        filter: CONTAINS(name, "盒马") and owner = $User
        pattern: ST-{00000}
        range: ">=1.0.0"
        odd: "yes"
        code: "007: x"
        sort: [-last_visit_at, name]
        fields:
          - name: qty
            scale: 0
            rate: 0.50
          - name: open
            active: false
        uniqueKeys:
          - [route, seq]
          - [name]
        map:
          MT: [hyper, "a,b"]
          GT: []
        long:
          - a_field_name_that_is_rather_long_0
          - a_field_name_that_is_rather_long_1
          - a_field_name_that_is_rather_long_2
        """;
    assertThat(YamlPrinter.print((ObjectNode) read(yaml))).isEqualTo(yaml);
  }

  @Test
  void every_tree_survives_printing_and_reading() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      ObjectNode tree = (ObjectNode) tree(random, 0);
      String yaml = YamlPrinter.print(tree);
      JsonNode back = read(yaml);
      assertThat(back).as("huozi.seed=%d%n%s", seed, yaml).isEqualTo(tree);
      assertThat(YamlPrinter.print((ObjectNode) back)).isEqualTo(yaml);
    }
  }

  private static JsonNode tree(Random random, int depth) {
    int choice = depth == 0 ? 0 : random.nextInt(depth > 3 ? 2 : 0, 7);
    switch (choice) {
      case 0 -> {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          map.set(text(random), tree(random, depth + 1));
        }
        return map;
      }
      case 1 -> {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          list.add(tree(random, depth + 1));
        }
        return list;
      }
      case 2 -> {
        return BooleanNode.valueOf(random.nextBoolean());
      }
      case 3 -> {
        return IntNode.valueOf(random.nextInt(-1000, 1000));
      }
      case 4 -> {
        return DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(-1000, 1000), 2));
      }
      default -> {
        return TextNode.valueOf(text(random));
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
