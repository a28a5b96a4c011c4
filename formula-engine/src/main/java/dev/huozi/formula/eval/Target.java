package dev.huozi.formula.eval;

import java.lang.classfile.Label;
import org.jspecify.annotations.Nullable;

/// A place that generated code jumps to, with what is available on every path there.
final class Target {
  private final Label label;
  private @Nullable Available available;

  Target(Label label) {
    this.label = label;
  }

  Label label() {
    return label;
  }

  /// Notes a jump from a point with these parts available.
  void reachedWith(Available here) {
    available = available == null ? here : Available.meet(available, here);
  }

  /// What is available on all paths; null when nothing jumps here.
  @Nullable Available available() {
    return available;
  }
}
