package dev.huozi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two servers on one database: what one publishes the other serves on its next request, and a
/// session lives on both.
@Tag("db")
class TwoServersTest {

  @Test
  void a_published_field_is_there_on_the_other_servers_next_request() {
    try (AppUnderTest first = AppUnderTest.start(Map.of());
        AppUnderTest second = AppUnderTest.start(Map.of("HUOZI_DB_URL", first.databaseUrl()))) {
      SmallTenant tenant = SmallTenant.createIn(first, "pair");
      ApiClient onSecond = tenant.adminOn(second);
      for (int round = 1; round <= 20; round++) {
        String field = "extra" + round;
        SmallTenant.expect(
            400,
            onSecond.post(
                "/api/data/thing",
                SmallTenant.json("{\"name\": \"x\", \"%s\": \"y\"}".formatted(field))));
        tenant.publish(withFields(round));
        JsonNode created =
            SmallTenant.expect(
                201,
                onSecond.post(
                    "/api/data/thing",
                    SmallTenant.json("{\"name\": \"x\", \"%s\": \"y\"}".formatted(field))));
        assertThat(created.path(field).asText()).as("round %d", round).isEqualTo("y");
        assertThat(onSecond.get("/api/openapi.json").body().toString())
            .contains("\"" + field + "\"");
      }
    }
  }

  private static String withFields(int count) {
    StringBuilder fields =
        new StringBuilder(
            "{\"name\": \"name\", \"label\": {\"zh\": \"名称\", \"en\": \"Name\"}, \"type\": \"text\", \"required\": true}");
    for (int i = 1; i <= count; i++) {
      fields.append(
          ", {\"name\": \"extra%d\", \"label\": {\"zh\": \"附加%d\", \"en\": \"Extra %d\"}, \"type\": \"text\"}"
              .formatted(i, i, i));
    }
    return """
    {"changes": [{"put": {"kind": "object", "body": {"name": "thing", "label": {"zh": "东西", "en": "Thing"}, "nameField": "name",
     "fields": [%s]}}}], "reason": "test"}
    """
        .formatted(fields);
  }
}
