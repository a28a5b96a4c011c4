package dev.huozi.ui.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A problem as it is told (RFC 9457), in the language of the user.
///
/// @param instance the request id: what to tell the administrator
/// @param params what stands in the detail, for programs
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String instance,
    Map<String, Object> params,
    List<Finding> errors) {
  public ProblemBody {
    params = Map.copyOf(params);
    errors = List.copyOf(errors);
  }

  /// One finding, beside the field it is about.
  ///
  /// @param field API name of the field, or the component; absent when it is about the whole
  ///   request
  /// @param at file, line and column, for packs
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Finding(
      @Nullable String field,
      String code,
      String severity,
      String message,
      Map<String, Object> params,
      @Nullable String at) {}
}
