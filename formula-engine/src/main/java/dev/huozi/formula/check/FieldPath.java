package dev.huozi.formula.check;

import dev.huozi.formula.type.FormulaType;
import java.util.List;
import java.util.stream.Collectors;

/// A field, reached over zero or more references: `account.owner.name`.
public record FieldPath(List<ScopedField> steps) {
  /// A path has at most this many names.
  public static final int MAXIMUM_STEPS = 6;

  public FieldPath {
    steps = List.copyOf(steps);
  }

  public ScopedField first() {
    return steps.getFirst();
  }

  public ScopedField last() {
    return steps.getLast();
  }

  public FormulaType type() {
    return last().type();
  }

  /// Whether it leaves its own record.
  public boolean isRelated() {
    return steps.size() > 1;
  }

  /// `12.7.3`, the same for every spelling of the path.
  public String ids() {
    return steps.stream().map(ScopedField::id).collect(Collectors.joining("."));
  }

  public String dotted() {
    return steps.stream().map(ScopedField::name).collect(Collectors.joining("."));
  }

  @Override
  public String toString() {
    return dotted();
  }
}
