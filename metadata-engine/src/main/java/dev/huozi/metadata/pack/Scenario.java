package dev.huozi.metadata.pack;

import dev.huozi.metadata.model.AnyScalar;
import dev.huozi.platform.value.LocalizedText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `scenarios/<name>.scenario.yaml`: an executable test of a pack. Its steps are done on a fresh
/// tenant, over the public API, by the people it names.
///
/// @param users people besides the administrator `admin`
public record Scenario(String name, LocalizedText label, List<Person> users, List<Step> steps) {
  /// The administrator of the fresh tenant.
  public static final String ADMIN = "admin";

  public Scenario {
    users = List.copyOf(users);
    steps = List.copyOf(steps);
  }

  /// Somebody with a login.
  ///
  /// @param user user name, by which steps refer to the person: `as: li`, `owner: "@li"`
  /// @param name shown name; the user name when it is left out
  public record Person(String user, @Nullable String name) {}

  /// One thing that somebody does. Exactly one of `create`, `update`, `delete` and `query` is
  /// given.
  ///
  /// @param as who does it; the administrator when it is left out
  /// @param create object of which a record is made
  /// @param update record that changes: the name it was saved under
  /// @param delete record that goes: the name it was saved under
  /// @param query object whose records are asked for
  /// @param values fields to write: codes, numbers, texts; `@name` for a saved record or a person,
  ///   `$Today`, `$Today+3` for days
  /// @param filter condition of a query
  /// @param save name under which later steps find the record, written `@name` there
  /// @param expect what must come of it; success when it is left out
  public record Step(
      @Nullable String as,
      @Nullable String create,
      @Nullable String update,
      @Nullable String delete,
      @Nullable String query,
      @AnyScalar Map<String, String> values,
      @Nullable String filter,
      @Nullable String save,
      @Nullable Expect expect) {
    public Step {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// What must come of a step.
  ///
  /// @param error code of the problem, or of one of its findings
  /// @param count number of records that a query finds
  /// @param values fields as they are afterwards, written as in `Step.values`; "" for blank. Of a
  ///   query: of its first record
  public record Expect(
      @Nullable String error, @Nullable Integer count, @AnyScalar Map<String, String> values) {
    public Expect {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}
