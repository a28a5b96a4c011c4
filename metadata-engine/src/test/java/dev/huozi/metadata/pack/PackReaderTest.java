package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class PackReaderTest {
  private static final String STORE =
      """
      name: store
      label: {zh: 门店, en: Store}
      nameField: name
      fields:
        - name: name
          label: {zh: 名称, en: Name}
          type: text
          required: true
          maxLength: 120
        - {name: share, type: percent, scale: 4, defaultValue: 0.125}
        - {name: open, type: boolean, defaultValue: true}
      """;

  private static List<String> problems(Map<String, String> files) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> new PackReader(TestModels.KINDS).read(files));
    assertThat(problem).as("a problem").isNotNull();
    return TestModels.lines(problem);
  }

  private static List<String> problemsOf(String store) {
    return problems(TestModels.files("objects/store.object.yaml", store));
  }

  @Test
  void a_good_file_becomes_a_definition() {
    Pack pack = TestModels.pack("objects/store.object.yaml", STORE);
    MetadataChange.Put put = pack.components().getFirst();
    assertThat(put.kind()).isEqualTo("object");
    ObjectType store = (ObjectType) put.definition();
    assertThat(store.extensible()).isTrue();
    Field name = store.fields().get(0);
    assertThat(name.type()).isEqualTo(new FieldType.Text(120));
    assertThat(name.required()).isEqualTo(Condition.ALWAYS);
    assertThat(name.active()).isTrue();
    assertThat(store.fields().get(1).defaultValue()).isEqualTo("0.125");
    assertThat(store.fields().get(2).defaultValue()).isEqualTo("true");
  }

  @Test
  void unknown_missing_and_wrong_keys_are_found_at_once_with_their_places() {
    List<String> problems =
        problemsOf(
            """
            name: store
            label: 门店
            nameFeld: name
            fields:
              - name: name
                type: text
                maxLength: long
              - name: grade
                type: pick
              - type: lookup
                target: account
                onDelete: explode
                scale: 2
            """);
    assertThat(problems)
        .containsExactlyInAnyOrder(
            "VALUE_TYPE [label] objects/store.object.yaml:2:1",
            "KEY_UNKNOWN [nameFeld] objects/store.object.yaml:3:1",
            "KEY_MISSING objects/store.object.yaml:1:1",
            "VALUE_TYPE [fields.name.maxLength] objects/store.object.yaml:7:5",
            "FIELD_TYPE_UNKNOWN [fields.grade.type] objects/store.object.yaml:9:5",
            "VALUE_CHOICE [fields.2.onDelete] objects/store.object.yaml:12:5",
            "KEY_UNKNOWN [fields.2.scale] objects/store.object.yaml:13:5",
            "KEY_MISSING [fields.2] objects/store.object.yaml:10:5");
  }

  @Test
  void a_duplicate_key_is_refused_where_it_stands() {
    assertThat(problemsOf("name: store\nlabel: {zh: a}\nname: shop\n"))
        .containsExactly("YAML_DUPLICATE_KEY objects/store.object.yaml:3:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          label: {zh: 门店⏎fields: []        | YAML_BRACKET_OPEN 3
          label:⏎  zh: 门店⏎ en: Store       | YAML_INDENTATION 4
          label: 门店⏎  en: Store            | YAML_COLON 3
          label⏎fields: []                   | YAML_NO_COLON 3
          label:⏎\tzh: 门店                 | YAML_TAB 3
          label: @门店                       | YAML_CHARACTER 2
          label: '门店' 二                   | YAML_AFTER_VALUE 2
          label: "门店                       | YAML_QUOTE_OPEN 3
          """)
  void broken_yaml_says_in_our_words_what_is_wrong_and_in_which_line(String rest, String told) {
    String[] parts = told.split(" ", 2);
    assertThat(problemsOf("name: store\n" + rest.replace('⏎', '\n') + "\n"))
        .singleElement()
        .asString()
        .startsWith(parts[0] + " objects/store.object.yaml:" + parts[1] + ":");
  }

  @Test
  void tags_anchors_aliases_depth_and_size_are_refused() {
    assertThat(problemsOf("name: !!java.net.URL [x]\n"))
        .containsExactly("YAML_TAG objects/store.object.yaml:1:7");
    assertThat(problemsOf("name: &a store\n"))
        .containsExactly("YAML_ANCHOR objects/store.object.yaml:1:7");
    assertThat(problemsOf("name: *a\n"))
        .containsExactly("YAML_ANCHOR objects/store.object.yaml:1:7");
    assertThat(problemsOf("name: store\n---\nname: b\n"))
        .containsExactly("YAML_SEVERAL_DOCUMENTS objects/store.object.yaml:2:1");
    assertThat(problemsOf("? [a]\n: b\n"))
        .singleElement()
        .asString()
        .startsWith("YAML_KEY_NOT_TEXT");
    assertThat(problemsOf("# nothing\n"))
        .containsExactly("YAML_EMPTY objects/store.object.yaml:1:1");
  }

  @Test
  void hostile_files_cost_no_time() {
    Assertions.assertThat(Duration.ofSeconds(2))
        .isGreaterThan(timed(() -> problemsOf("[".repeat(100_000))));
    Assertions.assertThat(Duration.ofSeconds(2))
        .isGreaterThan(timed(() -> problemsOf("x".repeat(1_000_001))));
    StringBuilder laughs = new StringBuilder("a0: &a0 ha\n");
    for (int i = 1; i < 40; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    Assertions.assertThat(Duration.ofSeconds(2))
        .isGreaterThan(timed(() -> problemsOf(laughs.toString())));
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void text_that_was_not_utf8_is_refused() {
    String gbk =
        new String(
            new byte[] {'n', 'a', 'm', 'e', ':', ' ', (byte) 0xC3, (byte) 0xC5},
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(problemsOf(gbk))
        .singleElement()
        .asString()
        .startsWith("YAML_NOT_TEXT objects/store.object.yaml:1:7");
    assertThat(problemsOf("\uFEFFname: x\n"))
        .singleElement()
        .asString()
        .startsWith("YAML_NOT_TEXT");
  }

  @Test
  void files_must_have_their_place_and_name() {
    Map<String, String> files = TestModels.files("objects/shop.object.yaml", STORE);
    files.put("objects/readme.txt", "hello");
    files.put("../evil.object.yaml", STORE);
    files.put("README.md", "is left aside");
    assertThat(problems(files))
        .containsExactlyInAnyOrder(
            "PACK_FILE_NAME [name] objects/shop.object.yaml:1:1",
            "PACK_FILE_UNKNOWN objects/readme.txt:1:1",
            "PACK_PATH ../evil.object.yaml:1:1");
  }

  @Test
  void the_manifest_is_checked() {
    Map<String, String> files = new HashMap<>();
    files.put(
        "pack.yaml",
        """
        id: 9lives
        version: "1.2"
        requires:
          - {pack: crm_base, version: ~1.0.0}
          - {pack: crm_base, version: ^1.0.0}
        """);
    assertThat(problems(files))
        .containsExactly(
            "NAME_INVALID [id] pack.yaml:1:1",
            "PACK_VERSION [version] pack.yaml:2:1",
            "PACK_RANGE [requires.0.version] pack.yaml:4:22",
            "ITEM_DUPLICATE [requires.1.pack] pack.yaml:5:6");
    assertThat(problems(Map.of())).containsExactly("PACK_MANIFEST_MISSING pack.yaml:1:1");
  }
}
