package dev.huozi.ui.page;

/// A value as a reader sees it. The variant decides the template that draws it.
public sealed interface ValueView {
  /// The template that draws this variant.
  String template();

  /// The words alone, for titles, history and choices.
  String text();

  /// True for numbers and amounts, which stand at the right.
  default boolean numeric() {
    return false;
  }

  /// Nothing there.
  record Blank() implements ValueView {
    @Override
    public String template() {
      return "value/blank";
    }

    @Override
    public String text() {
      return "—";
    }
  }

  record Plain(String text) implements ValueView {
    @Override
    public String template() {
      return "value/plain";
    }
  }

  /// Several lines.
  record Lines(String text) implements ValueView {
    @Override
    public String template() {
      return "value/lines";
    }
  }

  /// A number, an amount, a percentage.
  record Figure(String text) implements ValueView {
    @Override
    public String template() {
      return "value/figure";
    }

    @Override
    public boolean numeric() {
      return true;
    }
  }

  /// A date, a time, a code: figures of one width, at the left.
  record Stamp(String text, String machine) implements ValueView {
    @Override
    public String template() {
      return "value/stamp";
    }
  }

  /// A running number or other code.
  record Code(String text) implements ValueView {
    @Override
    public String template() {
      return "value/code";
    }
  }

  record Flag(boolean on, String text) implements ValueView {
    @Override
    public String template() {
      return "value/flag";
    }
  }

  /// One option of a set.
  record Pill(String text, String color) implements ValueView {
    @Override
    public String template() {
      return "value/pill";
    }
  }

  /// A record.
  record Link(String text, String href) implements ValueView {
    @Override
    public String template() {
      return "value/link";
    }
  }

  record Mail(String text) implements ValueView {
    @Override
    public String template() {
      return "value/mail";
    }
  }

  record Telephone(String text) implements ValueView {
    @Override
    public String template() {
      return "value/telephone";
    }

    /// What a telephone dials.
    public String digits() {
      return text.replaceAll("[^0-9+#*]", "");
    }
  }
}
