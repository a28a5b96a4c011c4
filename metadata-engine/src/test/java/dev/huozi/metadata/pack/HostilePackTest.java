package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Packs that mean ill, or were made by accident: each is refused with its reason, and the tenant's
/// version does not move.
@Tag("db")
class HostilePackTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String STORE = "objects/store.object.yaml";
  private static final String NAME = "fields: [{name: name, type: text}]\n";
  private static final String GOOD = "name: store\nnameField: name\n" + NAME;

  private final TestTenant tenant =
      new TestTenant(DATABASE.platform(), DATABASE.tenant("hostile")).founded();

  private static Map<String, String> files(String path, String text) {
    return new HashMap<>(TestModels.files(path, text));
  }

  private List<String> refused(Map<String, String> files) {
    long version = tenant.version();
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                tenant
                    .deployer()
                    .apply(tenant.context(), new PackReader(TestModels.KINDS).read(files)));
    assertThat(problem).as("a problem").isNotNull();
    assertThat(tenant.version()).isEqualTo(version);
    return TestModels.lines(problem);
  }

  @Test
  void bombs_of_aliases_and_type_tags() {
    StringBuilder laughs = new StringBuilder("name: store\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String one = "*a" + (i - 1);
      laughs.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  i, i, String.join(", ", List.of(one, one, one, one, one, one, one, one, one))));
    }
    assertThat(refused(files(STORE, laughs.toString())))
        .containsExactly("YAML_ANCHOR " + STORE + ":2:5");
    assertThat(
            refused(
                files(
                    STORE,
                    "name: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]\n")))
        .containsExactly("YAML_TAG " + STORE + ":1:7");
    assertThat(refused(files(STORE, "name: store\nfields: " + "[".repeat(100_000))))
        .singleElement()
        .asString()
        .startsWith("YAML_TOO_DEEP");
  }

  @Test
  void paths_that_lead_out_of_the_folder() {
    for (String path :
        List.of(
            "../objects/store.object.yaml",
            "objects/../../store.object.yaml",
            "/etc/store.object.yaml",
            "objects\\store.object.yaml",
            "..\\store.object.yaml",
            "objects/store\0.object.yaml")) {
      assertThat(refused(files(path, GOOD))).as(path).contains("PACK_PATH " + path + ":1:1");
    }
    assertThat(refused(files("run.sh", "rm -rf /")))
        .containsExactly("PACK_FILE_UNKNOWN run.sh:1:1");
  }

  @Test
  void entries_that_are_the_same_but_for_case_or_composition() {
    Map<String, String> twice = files(STORE, GOOD);
    twice.put("objects/STORE.object.yaml", GOOD.replace("store", "STORE"));
    assertThat(refused(twice)).contains("PACK_PATH " + STORE + ":1:1");
    Map<String, String> composed =
        files("objects/cafe\u0301.object.yaml", GOOD.replace("store", "café"));
    composed.put("objects/café.object.yaml", GOOD.replace("store", "café"));
    assertThat(refused(composed)).anyMatch(line -> line.startsWith("PACK_PATH"));
  }

  @Test
  void ten_thousand_fields() {
    StringBuilder text =
        new StringBuilder("name: store\nnameField: name\nfields:\n  - {name: name, type: text}\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  - {name: f").append(i).append(", type: text}\n");
    }
    assertThat(refused(files(STORE, text.toString())))
        .containsExactly("FIELDS_TOO_MANY [object store fields] " + STORE + ":3:1");
  }

  @Test
  void packs_that_need_each_other() {
    tenant.deployer().apply(tenant.context(), packOf("one", "1.0.0", ""));
    tenant
        .deployer()
        .apply(
            tenant.context(), packOf("two", "1.0.0", "requires: [{pack: one, version: ^1.0.0}]\n"));
    tenant
        .deployer()
        .apply(
            tenant.context(),
            packOf("three", "1.0.0", "requires: [{pack: two, version: ^1.0.0}]\n"));
    assertThat(refused(manifest("one", "1.1.0", "requires: [{pack: three, version: ^1.0.0}]\n")))
        .containsExactly("PACK_CYCLE [requires.0] pack.yaml:3:12");
    assertThat(refused(manifest("one", "2.0.0", "")))
        .containsExactly("PACK_REQUIRED [version] pack.yaml:2:1");
    assertThat(refused(manifest("one", "0.9.0", "")))
        .containsExactlyInAnyOrder(
            "PACK_DOWNGRADE [version] pack.yaml:2:1", "PACK_REQUIRED [version] pack.yaml:2:1");
    assertThat(refused(manifest("self", "1.0.0", "requires: [{pack: self, version: ^1.0.0}]\n")))
        .contains("PACK_REQUIRES_ITSELF [requires.0.pack] pack.yaml:3:13");
  }

  private static Pack packOf(String id, String version, String rest) {
    return new PackReader(TestModels.KINDS).read(manifest(id, version, rest));
  }

  private static Map<String, String> manifest(String id, String version, String rest) {
    return new HashMap<>(
        Map.of("pack.yaml", "id: %s\nversion: %s\n%s".formatted(id, version, rest)));
  }

  @Test
  void what_belongs_to_others() {
    assertThat(refused(files("objects/user.object.yaml", GOOD.replace("store", "user"))))
        .containsExactly("PACK_FOREIGN_COMPONENT [object user] objects/user.object.yaml:1:1");
    Map<String, String> system = files(STORE, GOOD);
    system.put("pack.yaml", "id: system\nversion: 99.0.0\n");
    assertThat(refused(system)).containsExactly("PACK_RESERVED [id] pack.yaml:1:1");
  }

  @Test
  void files_that_are_no_utf_8() {
    String gbk =
        new String("name: 门店\n".getBytes(Charset.forName("GB18030")), StandardCharsets.UTF_8);
    assertThat(refused(files(STORE, gbk))).containsExactly("YAML_NOT_TEXT " + STORE + ":1:7");
    assertThat(refused(files("data/store.csv", gbk)))
        .containsExactly("YAML_NOT_TEXT data/store.csv:1:1");
    assertThat(refused(files(STORE, "\uFEFF" + GOOD)))
        .containsExactly("YAML_NOT_TEXT " + STORE + ":1:1");
  }

  @Test
  void too_much_of_it() {
    Map<String, String> many = new HashMap<>(TestModels.files());
    for (int i = 0; i <= PackReader.MAX_FILES; i++) {
      many.put("objects/o" + i + ".object.yaml", "x");
    }
    assertThat(refused(many)).containsExactly("PACK_TOO_LARGE");
    assertThat(refused(files("data/store.csv", "code\n" + "x\n".repeat(30_000))))
        .anyMatch(line -> line.startsWith("SEED_TOO_LONG"));
  }

  @Test
  void a_good_pack_is_still_welcome() {
    assertThatCode(() ->
            tenant
                .deployer()
                .apply(tenant.context(), new PackReader(TestModels.KINDS).read(files(STORE, GOOD))))
        .doesNotThrowAnyException();
  }
}
