package dev.huozi.formula.eval;

import org.jspecify.annotations.Nullable;

/// What has been computed at a point of the code and can be used again: an immutable list that
/// grows at the end. Where paths meet, what all of them have in common is available.
///
/// @param shape the shape of the computed part
/// @param value where it is; null for a field that was read but may be blank (then `local` holds
///   it)
record Available(
    @Nullable Available before, int depth, int shape, @Nullable Operand value, int local) {
  static final Available NOTHING = new Available(null, 0, -1, null, -1);

  Available with(int newShape, Operand newValue) {
    return new Available(this, depth + 1, newShape, newValue, -1);
  }

  /// A value that may be blank, in a local variable.
  Available withNullable(int newShape, int newLocal) {
    return new Available(this, depth + 1, newShape, null, newLocal);
  }

  @Nullable Operand find(int wanted) {
    for (Available each = this; each != null; each = each.before) {
      if (each.shape == wanted && each.value != null) {
        return each.value;
      }
    }
    return null;
  }

  /// The local variable that holds the part, blank or not; -1 when there is none.
  int findNullable(int wanted) {
    for (Available each = this; each != null; each = each.before) {
      if (each.shape == wanted && each.value == null) {
        return each.local;
      }
    }
    return -1;
  }

  static Available meet(Available one, Available other) {
    Available a = one;
    Available b = other;
    while (a != b) {
      if (a.depth >= b.depth) {
        a = parent(a);
      } else {
        b = parent(b);
      }
    }
    return a;
  }

  private static Available parent(Available each) {
    return each.before == null ? NOTHING : each.before;
  }
}
