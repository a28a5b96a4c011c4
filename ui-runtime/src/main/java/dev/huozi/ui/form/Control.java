package dev.huozi.ui.form;

import dev.huozi.ui.page.ValueView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The input of one field. The variant decides the template that draws it.
public sealed interface Control {
  /// The template that draws this variant.
  String template();

  /// True where the control brings its label with it.
  default boolean labelled() {
    return false;
  }

  /// One line of text.
  ///
  /// @param type of the input: `text`, `email`, `tel`
  /// @param maxLength in UTF-16 units, generous; null for none
  record Line(String value, String type, @Nullable Integer maxLength) implements Control {
    @Override
    public String template() {
      return "control/line";
    }
  }

  /// Several lines.
  record Area(String value) implements Control {
    @Override
    public String template() {
      return "control/area";
    }
  }

  /// A number with what stands before and after it; either may be empty.
  record Figure(String value, String prefix, String suffix) implements Control {
    @Override
    public String template() {
      return "control/figure";
    }
  }

  /// Yes or no.
  record Check(boolean on) implements Control {
    @Override
    public String template() {
      return "control/check";
    }

    @Override
    public boolean labelled() {
      return true;
    }
  }

  /// A date (`date`) or a datetime (`datetime-local`).
  record Day(String value, String type) implements Control {
    @Override
    public String template() {
      return "control/day";
    }
  }

  /// One of a list.
  ///
  /// @param prompt what the empty option says
  /// @param open false while something else has to be chosen first
  /// @param patchHref where a change is told, because other fields depend on it; null when none
  ///   does
  record Choice(List<Option> options, String prompt, boolean open, @Nullable String patchHref)
      implements Control {
    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public String template() {
      return "control/choice";
    }
  }

  /// One option.
  record Option(String value, String label, boolean selected) {}

  /// A record of one of several objects.
  ///
  /// @param value `object:id`, or empty
  /// @param name what the chosen record is called
  /// @param targets the objects to choose from, one of them chosen
  /// @param narrowed the field, where a filter over what is being typed decides what may be chosen;
  ///   null otherwise
  record Lookup(String value, String name, List<Target> targets, @Nullable String narrowed)
      implements Control {
    public Lookup {
      targets = List.copyOf(targets);
    }

    @Override
    public String template() {
      return "control/lookup";
    }

    public boolean several() {
      return targets.size() > 1;
    }

    public Target target() {
      return targets.stream().filter(Target::selected).findFirst().orElse(targets.getFirst());
    }
  }

  /// An object to choose records from.
  ///
  /// @param searchHref where its records are looked for
  record Target(String object, String label, String icon, String searchHref, boolean selected) {}

  /// Shown, not typed.
  record Fixed(ValueView value) implements Control {
    @Override
    public String template() {
      return "control/fixed";
    }
  }

  /// Made when the record is saved.
  record Later() implements Control {
    @Override
    public String template() {
      return "control/later";
    }
  }
}
