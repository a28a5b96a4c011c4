package dev.huozi.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.SourceLocation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ProblemsTest {
  private final Problems problems = new Problems(new Messages());

  record Body(String name) {}

  @Test
  void aProblemIsToldInTheLanguageOfTheReader() {
    ProblemException problem =
        new ProblemException(
            UiError.PARAMETER_UNKNOWN, "name", "colour", "known", List.of("limit"));

    assertThat(problems.describe(problem, Locale.ENGLISH, "r1").detail())
        .contains("\"colour\"", "limit");
    assertThat(problems.describe(problem, Locale.CHINESE, "r1").detail()).contains("“colour”");
    assertThat(problems.describe(problem, Locale.CHINESE, "r1"))
        .returns(400, ProblemBody::status)
        .returns("PARAMETER_UNKNOWN", ProblemBody::code)
        .returns("r1", ProblemBody::instance)
        .returns("urn:huozi:problem:PARAMETER_UNKNOWN", ProblemBody::type);
  }

  @Test
  void findingsKeepFieldAndPlace() {
    Issue issue =
        Issue.error(UiError.CHANGE_SHAPE, "changes.2")
            .at(new SourceLocation("objects/a.object.yaml", 3, 5));
    ProblemBody body =
        problems.describe(
            new ProblemException(PlatformError.INVALID, List.of(issue)), Locale.ENGLISH, "r1");

    assertThat(body.errors())
        .singleElement()
        .returns("changes.2", ProblemBody.Finding::field)
        .returns("objects/a.object.yaml:3:5", ProblemBody.Finding::at)
        .returns("error", ProblemBody.Finding::severity);
  }

  @Test
  void whatIsOurFaultIsToldAsARequestIdOnly() {
    ProblemException problem =
        new ProblemException(
            PlatformError.INTERNAL,
            Map.of("sql", "CANARY-select"),
            List.of(),
            new IllegalStateException("CANARY-cause"));

    assertThat(Json.write(problems.describe(problem, Locale.ENGLISH, "r1")))
        .contains("r1")
        .doesNotContain("CANARY");
  }

  @Test
  void anUnknownPropertyIsNamedWithoutNamingClasses() {
    ProblemException problem = unreadable("{\"nam\": 1}");

    assertThat(problem.code()).isEqualTo(UiError.PROPERTY_UNKNOWN);
    assertThat(problem.parameters())
        .containsEntry("name", "nam")
        .containsEntry("known", List.of("name"));
  }

  @Test
  void brokenJsonIsToldWithItsPlaceAndWithoutItsContent() {
    ProblemException problem = unreadable("{\"name\": CANARY}");

    assertThat(problem.code()).isEqualTo(PlatformError.MALFORMED);
    assertThat(problem.parameters().toString()).contains("line 1").doesNotContain("CANARY");
  }

  private static ProblemException unreadable(String json) {
    try {
      Json.mapper().readValue(json, Body.class);
      throw new AssertionError("must not be readable: " + json);
    } catch (JsonProcessingException e) {
      return Problems.unreadable(e);
    }
  }
}
