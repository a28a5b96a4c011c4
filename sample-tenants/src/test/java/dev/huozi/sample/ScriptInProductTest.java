package dev.huozi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Scripts in the packaged program: children find their jars there, tests of functions decide what
/// is published, and an action stores what a function returns.
@Tag("db")
class ScriptInProductTest {
  private static final String FUNCTION =
      """
      {"changes": [
        {"put": {"kind": "function", "body": {
          "name": "greet", "label": {"zh": "问候", "en": "Greet"}, "language": "js",
          "inputs": [{"name": "who", "type": "text"}], "outputs": [{"name": "text", "type": "text"}],
          "source": "function run(input) { if (input.who === 'x') { for (;;); } return { text: 'Hello ' + input.who }; }",
          "tests": [{"name": "one", "input": {"who": "you"}, "output": {"text": "%s you"}}]}}},
        {"put": {"kind": "action", "body": {
          "name": "greet_it", "label": {"zh": "问候它", "en": "Greet it"}, "object": "thing",
          "steps": [{"type": "runFunction", "function": "greet", "inputs": {"who": "name"}, "outputs": {"text": "name"}}]}}}],
       "reason": "test"}
      """;

  @Test
  void a_function_is_tested_published_and_run_by_a_button() {
    AppUnderTest app = AppUnderTest.sharedWithDemo();
    SmallTenant tenant = SmallTenant.createIn(app, "scripts");
    ApiClient admin = tenant.admin();
    ApiClient.Answer refused =
        admin.post("/api/meta/plan", SmallTenant.json(FUNCTION.formatted("Goodbye")));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().toString()).contains("FUNCTION_TEST_FAILED").contains("Hello you");

    tenant.publish(FUNCTION.formatted("Hello"));
    JsonNode tried =
        SmallTenant.expect(
            200,
            admin.post(
                "/api/functions/greet", SmallTenant.json("{\"rows\": [{\"who\": \"all\"}]}")));
    assertThat(tried.at("/rows/0/text").asText()).isEqualTo("Hello all");

    assertThat(act(admin, "world").body().path("name").asText()).isEqualTo("Hello world");
    ApiClient.Answer endless = act(admin, "x");
    assertThat(endless.status()).isEqualTo(422);
    assertThat(endless.body().path("code").asText()).isIn("SCRIPT_STATEMENTS", "SCRIPT_TIME");
  }

  private static ApiClient.Answer act(ApiClient admin, String name) {
    JsonNode made =
        SmallTenant.expect(
            201, admin.post("/api/data/thing", SmallTenant.json("{\"name\": \"" + name + "\"}")));
    return admin.send(
        "POST",
        "/api/data/thing/" + made.path("id").asText() + "/actions/greet_it",
        SmallTenant.json("{}"),
        Map.of());
  }
}
