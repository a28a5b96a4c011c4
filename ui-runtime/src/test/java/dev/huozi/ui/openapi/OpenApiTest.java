package dev.huozi.ui.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.ui.testing.SampleModel;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class OpenApiTest {
  private static final Pattern SCHEMA_NAME = Pattern.compile("[a-zA-Z0-9._-]+");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");

  private final JsonNode admin = describe(Principal.Role.ADMIN, Locale.ENGLISH);
  private final JsonNode user = describe(Principal.Role.USER, Locale.CHINESE);

  @Test
  void theDocumentHasTheShapeOfOpenApi31() {
    assertThat(admin.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(admin.at("/info/title").asText()).isEqualTo("Acme");
    assertThat(admin.at("/info/version").asText()).isEqualTo("1");
    assertThat(admin.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
    admin
        .at("/components/schemas")
        .fieldNames()
        .forEachRemaining(name -> assertThat(name).matches(SCHEMA_NAME));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collect(admin, "$ref", references);

    assertThat(references)
        .hasSizeGreaterThan(50)
        .allSatisfy(reference -> {
          assertThat(reference).startsWith("#/");
          assertThat(admin.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        });
  }

  @Test
  void everyOperationHasItsOwnIdAnAnswerAndItsPathParameters() {
    Set<String> ids = new HashSet<>();
    for (var path : admin.path("paths").properties()) {
      assertThat(path.getKey()).startsWith("/api/").matches("[\\x21-\\x7e]+");
      for (String verb : VERBS) {
        JsonNode operation = path.getValue().path(verb);
        if (!operation.isMissingNode()) {
          assertThat(ids.add(operation.path("operationId").asText()))
              .as(path.getKey() + " " + verb)
              .isTrue();
          assertThat(operation.path("summary").asText()).doesNotContain("openapi.").isNotBlank();
          assertThat(operation.path("responses").size()).isGreaterThan(1);
        }
      }
      Set<String> declared = new HashSet<>();
      path.getValue()
          .path("parameters")
          .forEach(parameter -> declared.add(parameter.path("name").asText()));
      PARAMETER
          .matcher(path.getKey())
          .results()
          .forEach(match -> assertThat(declared).contains(match.group(1)));
    }
    assertThat(ids).hasSizeGreaterThan(40);
  }

  @Test
  void fieldsCarryTypeFormatLabelAndLimits() {
    JsonNode read = admin.at("/components/schemas/thing/properties");

    assertThat(read.at("/name/title").asText()).isEqualTo("Name");
    assertThat(read.at("/name/maxLength").asInt()).isEqualTo(40);
    assertThat(read.at("/name/type").toString()).isEqualTo("[\"string\",\"null\"]");
    assertThat(read.at("/number/readOnly").asBoolean()).isTrue();
    assertThat(read.at("/created_at/readOnly").asBoolean()).isTrue();
    assertThat(read.at("/day/format").asText()).isEqualTo("date");
    assertThat(read.at("/moment/format").asText()).isEqualTo("date-time");
    assertThat(read.at("/mail/format").asText()).isEqualTo("email");
    assertThat(read.at("/good/type").asText()).isEqualTo("boolean");
    assertThat(read.at("/note/description").asText()).isEqualTo("Anything");
    assertThat(read.at("/amount/exclusiveMaximum").decimalValue()).isEqualByComparingTo("1000");
    assertThat(read.at("/amount/x-huozi-scale").asInt()).isEqualTo(3);
  }

  @Test
  void readersMeetOldCodesThatWritersMayNotChoose() {
    JsonNode schemas = admin.at("/components/schemas");

    assertThat(schemas.at("/thing/properties/colour/enum").toString())
        .isEqualTo("[\"RED\",\"OLD\",null]");
    assertThat(schemas.at("/thing.create/properties/colour/enum").toString())
        .isEqualTo("[\"RED\",null]");
    assertThat(schemas.at("/thing.create/properties/colour/x-huozi-labels/RED").asText())
        .isEqualTo("Red");
  }

  @Test
  void writersAreToldWhatIsRequiredAndNothingThatTheyMayNotWrite() {
    JsonNode create = admin.at("/components/schemas/thing.create");

    assertThat(create.path("required").toString()).isEqualTo("[\"name\"]");
    assertThat(admin.at("/components/schemas/thing.update").has("required")).isFalse();
    assertThat(create.path("additionalProperties").asBoolean(true)).isFalse();
    List<String> names = new ArrayList<>();
    create.path("properties").fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .contains("name", "parent", "price")
        .doesNotContain("id", "version", "number", "created_at");
  }

  @Test
  void aLookupMayBeWrittenByAUniqueFieldOfItsTarget() {
    assertThat(admin.at("/components/schemas/thing.create/properties/parent").toString())
        .contains("\"format\":\"uuid\"")
        .contains("\"required\":[\"name\"]");
  }

  @Test
  void aChineseNameIsEncodedInPathsAndReplacedInSchemas() {
    assertThat(admin.path("paths").has("/api/data/%E9%9B%B6%E4%BB%B6")).isTrue();
    String schema =
        admin
            .at("/paths")
            .path("/api/data/%E9%9B%B6%E4%BB%B6")
            .at("/post/requestBody/content/application~1json/schema/$ref")
            .asText();
    assertThat(schema).matches("#/components/schemas/object-[0-9]+\\.create");
    assertThat(admin.at(schema.substring(1)).at("/properties/名称/title").asText()).isEqualTo("Name");
  }

  @Test
  void aUserIsNotToldOfWhatOnlyAdministratorsMayDo() {
    assertThat(admin.path("paths").has("/api/meta/publish")).isTrue();
    assertThat(admin.path("paths").has("/api/accounts")).isTrue();
    assertThat(user.path("paths").has("/api/meta/publish")).isFalse();
    assertThat(user.path("paths").has("/api/accounts")).isFalse();
    assertThat(user.at("/components/schemas/thing/title").asText()).isEqualTo("物品");
  }

  private static void collect(JsonNode node, String key, List<String> found) {
    if (node.path(key).isTextual()) {
      found.add(node.path(key).asText());
    }
    node.forEach(child -> collect(child, key, found));
  }

  private static JsonNode describe(Principal.Role role, Locale locale) {
    Tenant tenant =
        new Tenant(
            1,
            "acme",
            "Acme",
            new SqlIdentifier("t_1"),
            new SqlIdentifier("t_1_owner"),
            new SqlIdentifier("t_1_run"),
            ZoneOffset.UTC,
            "CNY",
            SortCollation.ZH,
            Locale.CHINESE,
            null);
    Principal principal = new Principal(new UUID(0, 1), new UUID(0, 2), "Ada", role);
    RequestContext context =
        new RequestContext(tenant, principal, 1, locale, ZoneOffset.UTC, Clock.systemUTC(), "r1");
    return new OpenApi(new Messages()).describe(context, SampleModel.snapshot());
  }
}
