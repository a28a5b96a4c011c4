package dev.huozi.ui.page.plan;

import dev.huozi.metadata.change.Approval;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/// Reads what `part/approve.html` sends: the plan that was seen, and whether its losses were agreed
/// to.
public final class ApprovalForm {
  private ApprovalForm() {}

  public static Approval read(MultivaluedMap<String, String> form) {
    String digest = form.getFirst("digest");
    boolean destroy = "true".equals(form.getFirst("destroy"));
    return new Approval(
        version(form.getFirst("base_version")),
        digest == null || digest.isEmpty() ? null : digest,
        destroy);
  }

  private static long version(@Nullable String text) {
    try {
      return Long.parseLong(text == null ? "" : text);
    } catch (NumberFormatException _) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", "base_version");
    }
  }
}
