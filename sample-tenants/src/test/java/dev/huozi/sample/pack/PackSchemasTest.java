package dev.huozi.sample.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.binding.YamlReader;
import dev.huozi.metadata.pack.PackSchemas;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON Schemas that editors get accept what the reader accepts, and refuse what it refuses.
@Tag("fast")
class PackSchemasTest {
  static final List<String> PACKS = SamplePacks.IDS;

  private static final Map<String, String> SCHEMAS = PackSchemas.all(SamplePacks.KINDS);
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static List<String> findings(String path, String text) {
    SourceTree tree = Objects.requireNonNull(YamlReader.read(path, text, new Issues()), path);
    JsonSchema schema = FACTORY.getSchema(schemaOf(path, text));
    return schema.validate(tree.tree()).stream().map(ValidationMessage::getMessage).toList();
  }

  /// The schema that the file's first line names.
  private static JsonNode schemaOf(String path, String text) {
    String line = text.lines().findFirst().orElse("");
    String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
    String prefix = "# yaml-language-server: $schema=" + up;
    assertThat(line).as(path).startsWith(prefix);
    return Json.read(Objects.requireNonNull(SCHEMAS.get(line.substring(prefix.length())), line));
  }

  @ParameterizedTest
  @FieldSource("PACKS")
  void every_file_of_the_packs_fits_its_schema(String id) {
    SamplePacks.files(id)
        .forEach((path, text) -> {
          if (path.endsWith(".yaml")) {
            assertThat(findings(path, text)).as(path).isEmpty();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: x\nnameField: name\nfields: [{name: name, type: text, maxLenght: 3}]\n",
        "name: x\nnameField: name\nfields: [{name: name, type: pick}]\n",
        "name: x\nnameField: name\nfields: [{name: name, type: lookup}]\n",
        "name: x\nnameField: name\nfields: [{name: name, type: text, scale: 3}]\n",
        "name: x\nnameField: name\nfields: [{name: name, type: text, required: 3}]\n",
        "name: x\nnameField: name\nfields: [{name: name, type: text, unique: maybe}]\n",
        "name: x\nnameField: name\nfields: [{name: l, type: lookup, target: a, onDelete: explode}]\n",
        "name: x\nfields: []\n",
        "name: x\nnameField: name\nlabel: plain\n",
        "name: x\nnameField: name\nfilds: []\n"
      })
  void wrong_files_are_refused(String wrong) {
    assertThat(findings("objects/x.object.yaml", object(wrong))).isNotEmpty();
  }

  @Test
  void a_parameter_may_stand_for_a_value_that_is_no_text() {
    String text =
        "name: x\nnameField: name\nfields: [{name: name, type: text, maxLength: \"${most}\"}]\n";
    assertThat(findings("objects/x.object.yaml", object(text))).isEmpty();
  }

  private static String object(String text) {
    return "# yaml-language-server: $schema=../.schemas/object.schema.json\n" + text;
  }
}
