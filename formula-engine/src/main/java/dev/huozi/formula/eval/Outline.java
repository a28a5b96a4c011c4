package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which parts of a large formula become methods of their own: the JVM compiles no method of more
/// than 8,000 bytes, and allows none of more than 65,535.
final class Outline {
  /// About 25 bytes a node.
  private static final int LARGEST = 250;

  /// Smaller parts are not worth a call.
  private static final int SMALLEST = 8;

  private final Set<TypedExpr> parts = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<TypedExpr, Integer> own = new IdentityHashMap<>();

  Outline(TypedExpr root, Structure structure) {
    if (structure.weight(root) > LARGEST) {
      measure(root);
    }
  }

  boolean contains(TypedExpr expression) {
    return parts.contains(expression);
  }

  private int measure(TypedExpr expression) {
    int sum = 1;
    List<TypedExpr> children = new ArrayList<>(expression.children());
    for (TypedExpr child : children) {
      sum += measure(child);
    }
    children.sort(Comparator.comparingInt((TypedExpr child) -> size(child)).reversed());
    for (TypedExpr child : children) {
      int size = size(child);
      if (sum <= LARGEST || size < SMALLEST) {
        break;
      }
      parts.add(child);
      sum -= size - 1;
    }
    own.put(expression, sum);
    return sum;
  }

  private int size(TypedExpr expression) {
    return own.getOrDefault(expression, 0);
  }
}
