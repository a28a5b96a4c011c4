package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A pack as it is sent.
///
/// @param files the texts of its files by path
/// @param choices whose value stands in a conflict, `tenant` or `pack`, by the conflict's key
/// @param params the pack's parameters by name
/// @param baseVersion the version that a plan was made for; only for applying, as the following
/// @param digest of the plan that was seen
/// @param destroy whether stored values may go
public record PackBody(
    @Nullable Map<String, String> files,
    @Nullable Map<String, String> choices,
    @Nullable Map<String, JsonNode> params,
    @Nullable Long baseVersion,
    @Nullable String digest,
    @Nullable Boolean destroy) {

  Map<String, String> texts() {
    return Bodies.required(files, "files");
  }

  PackChoices read() {
    Map<String, Side> sides = new LinkedHashMap<>();
    Objects.requireNonNullElse(choices, Map.<String, String>of())
        .forEach((key, word) -> sides.put(key, Choices.side("choices." + key, word)));
    return new PackChoices(sides, Objects.requireNonNullElse(params, Map.of()));
  }

  /// What was agreed to; null when whatever the pack does to the tenant as it is now is meant.
  @Nullable Approval approval() {
    if (baseVersion == null) {
      if (digest != null || destroy != null) {
        throw new ProblemException(UiError.PROPERTY_MISSING, "name", "baseVersion");
      }
      return null;
    }
    return new Approval(baseVersion, digest, Boolean.TRUE.equals(destroy));
  }
}
