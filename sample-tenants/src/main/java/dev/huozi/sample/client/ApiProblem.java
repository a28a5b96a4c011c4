package dev.huozi.sample.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/// The server refused a request; says which and why.
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;

  private final int status;

  ApiProblem(String request, int status, JsonNode problem) {
    super(describe(request, status, problem));
    this.status = status;
  }

  public int status() {
    return status;
  }

  private static String describe(String request, int status, JsonNode problem) {
    StringJoiner text = new StringJoiner("\n  ");
    text.add(
        "%s answered %d %s: %s %s"
            .formatted(
                request,
                status,
                problem.path("code").asText(),
                problem.path("title").asText(),
                problem.path("detail").asText()));
    JsonNode errors = problem.path("errors");
    for (int i = 0; i < Math.min(errors.size(), SHOWN); i++) {
      JsonNode error = errors.get(i);
      text.add(
          "%s %s %s"
              .formatted(
                  error.path("at").asText(),
                  error.path("field").asText(),
                  error.path("message").asText())
              .strip());
    }
    if (errors.size() > SHOWN) {
      text.add("… and %d more".formatted(errors.size() - SHOWN));
    }
    return text.toString();
  }
}
