package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestModels;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.value.LocalizedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class PackFormatTest {
  private static final String STORE = "objects/store.object.yaml";
  private static final String NAME = "  - {name: name, type: text}\n";

  private final PackFormat format = new PackFormat(TestModels.KINDS);

  private static List<String> lines(List<Issue> issues) {
    return issues.stream()
        .map(issue -> issue.severity() + " " + issue.code().name() + " " + issue.location())
        .toList();
  }

  @Test
  void a_new_pack_is_canonical_and_checks() {
    Map<String, String> files = format.init("shop", LocalizedText.of("店铺", "Shop"));
    assertThat(files)
        .containsKeys("pack.yaml", "objects/shop_item.object.yaml", ".schemas/object.schema.json");
    assertThat(format.check(files)).isEmpty();
    assertThat(format.format(files)).isEqualTo(files);
    assertThat(files.get("objects/shop_item.object.yaml"))
        .startsWith(
            "# yaml-language-server: $schema=../.schemas/object.schema.json\nname: shop_item\n");
  }

  @Test
  void comments_are_refused_but_for_the_line_that_names_the_schema() {
    Map<String, String> files =
        TestModels.files(
            STORE,
            """
            # yaml-language-server: $schema=../.schemas/object.schema.json
            # our stores
            name: store # the name
            nameField: name
            fields:
            """
                + NAME);
    assertThat(lines(format.check(files)))
        .contains("ERROR PACK_COMMENT " + STORE + ":2:1", "ERROR PACK_COMMENT " + STORE + ":3:13");
    assertThat(format.format(files).get(STORE)).doesNotContain("our stores");
    assertThat(format.check(format.format(files))).isEmpty();
  }

  @Test
  void a_hash_inside_a_text_is_no_comment() {
    Map<String, String> files =
        TestModels.files(
            STORE, "name: store\nlabel: {en: \"Store # 1\"}\nnameField: name\nfields:\n" + NAME);
    assertThat(lines(format.check(files))).noneMatch(line -> line.contains("PACK_COMMENT"));
  }

  @Test
  void what_is_not_canonical_is_a_warning_at_the_first_difference() {
    Map<String, String> files = new HashMap<>(format.init("shop", LocalizedText.EMPTY));
    String path = "objects/shop_item.object.yaml";
    long length = files.get(path).lines().count();
    files.compute(path, (_, text) -> text + "extensible: true\n");
    assertThat(lines(format.check(files)))
        .containsExactly("WARNING PACK_NOT_CANONICAL " + path + ":" + (length + 1) + ":1");
  }

  @Test
  void definitions_that_do_not_fit_together_are_found_without_a_server() {
    Map<String, String> files =
        TestModels.files(
            STORE,
            "name: store\nnameField: name\nfields:\n"
                + NAME
                + "  - {name: dealer, type: lookup, target: acount}\n");
    assertThat(lines(format.check(files))).contains("ERROR REFERENCE_MISSING " + STORE + ":5:34");
  }

  @Test
  void what_needs_a_pack_that_is_not_at_hand_is_left_to_the_plan() {
    Map<String, String> files =
        new HashMap<>(
            TestModels.files(
                STORE,
                "name: store\nnameField: name\nfields:\n"
                    + NAME
                    + "  - {name: dealer, type: lookup, target: account}\n"));
    files.put("pack.yaml", TestModels.MANIFEST + "requires: [{pack: crm, version: ^1.0.0}]\n");
    assertThat(lines(format.check(files))).noneMatch(line -> line.startsWith("ERROR"));
    Map<String, String> crm =
        Map.of(
            "pack.yaml",
            "id: crm\nversion: 1.0.0\n",
            "objects/account.object.yaml",
            "name: account\nnameField: name\nfields:\n" + NAME);
    assertThat(lines(format.check(files, List.of(crm))))
        .noneMatch(line -> line.startsWith("ERROR"));
    assertThat(
            lines(format.check(files, List.of(Map.of("pack.yaml", "id: crm\nversion: 1.0.0\n")))))
        .contains("ERROR REFERENCE_MISSING " + STORE + ":5:34");
  }
}
