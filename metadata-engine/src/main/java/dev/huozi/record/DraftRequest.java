package dev.huozi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that somebody is still writing: what do the rules say of it so far? Nothing is stored.
///
/// @param id of the stored record that is being changed, null for a new one
/// @param values as a `RecordCommand` takes them; what cannot be understood is left out of account
/// @param parts blocks of a form that are shown at times
/// @param all true to hear every rule that holds, false to hear those that read something which was
///   entered
public record DraftRequest(
    String object, @Nullable UUID id, ObjectNode values, List<Part> parts, boolean all) {
  public DraftRequest {
    parts = List.copyOf(parts);
  }

  /// A block of a form. While it is not shown, what was entered in it does not count.
  ///
  /// @param when formula over the record: shown where it is true
  public record Part(String name, String when, List<String> fields) {
    public Part {
      fields = List.copyOf(fields);
    }
  }
}
