package dev.huozi.ui.designer;

import dev.huozi.metadata.optionset.OptionSet;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows of an option set's form: inputs `code.0`, `zh.0`, `en.0`, `color.0`, `active.0` and so
/// on.
final class OptionRows {
  private static final int MOST = 1_000;

  private OptionRows() {}

  static List<OptionSet.Option> read(MultivaluedMap<String, String> form) {
    List<OptionSet.Option> options = new ArrayList<>();
    for (int i = 0; i < MOST && form.containsKey("zh." + i); i++) {
      String color = text(form, "color." + i);
      options.add(
          new OptionSet.Option(
              text(form, "code." + i),
              FieldInput.localized(text(form, "zh." + i), text(form, "en." + i)),
              color.isEmpty() ? null : color,
              form.containsKey("active." + i)));
    }
    return options;
  }

  /// The rows after a press of one of their buttons: `add`, `up:2`, `down:2`.
  static List<OptionSet.Option> arranged(List<OptionSet.Option> options, String todo) {
    List<OptionSet.Option> arranged = new ArrayList<>(options);
    if (todo.equals("add")) {
      arranged.add(new OptionSet.Option("", FieldInput.localized("", ""), null, true));
      return arranged;
    }
    Integer at = index(todo);
    if (at != null && at >= 0 && at < arranged.size()) {
      int to = Math.clamp((long) at + (todo.startsWith("up") ? -1 : 1), 0, arranged.size() - 1);
      arranged.add(to, arranged.remove((int) at));
    }
    return arranged;
  }

  /// Without rows that were left empty, each with a code.
  static List<OptionSet.Option> complete(List<OptionSet.Option> options) {
    List<OptionSet.Option> complete = new ArrayList<>();
    List<String> codes = new ArrayList<>(options.stream().map(OptionSet.Option::code).toList());
    for (OptionSet.Option option : options) {
      if (option.code().isEmpty() && option.label().isEmpty()) {
        continue;
      }
      String code = option.code();
      if (code.isEmpty()) {
        code =
            NameProposal.of(
                option.label().texts().getOrDefault("zh", ""),
                option.label().texts().getOrDefault("en", ""),
                codes);
        codes.add(code);
      }
      complete.add(new OptionSet.Option(code, option.label(), option.color(), option.active()));
    }
    return complete;
  }

  private static @Nullable Integer index(String todo) {
    try {
      return Integer.valueOf(todo.substring(todo.indexOf(':') + 1));
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "").strip();
  }
}
