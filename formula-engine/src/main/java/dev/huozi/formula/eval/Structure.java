package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The shape of a typed tree: every node has a site (its number in preorder) and a shape (equal for
/// equal parts), and the whole has a key that is equal for formulas that may share code. Spans and
/// names of fields do not count, slots do.
final class Structure {
  private final Map<TypedExpr, Node> nodes = new IdentityHashMap<>();
  private final Map<String, Integer> shapes = new HashMap<>();
  private final List<Integer> uses = new ArrayList<>();
  private int sites;
  private final String key;

  private record Node(int site, int shape, int weight) {}

  Structure(TypedExpr root) {
    int shape = visit(root);
    key = shape + ":" + String.join(";", keysInOrder());
  }

  private List<String> keysInOrder() {
    String[] all = new String[shapes.size()];
    shapes.forEach((text, number) -> all[number] = text);
    return List.of(all);
  }

  String key() {
    return key;
  }

  int site(TypedExpr expression) {
    return node(expression).site();
  }

  int shape(TypedExpr expression) {
    return node(expression).shape();
  }

  /// How often an equal part stands in the tree.
  int uses(TypedExpr expression) {
    return uses.get(node(expression).shape());
  }

  /// About how much code the part needs.
  int weight(TypedExpr expression) {
    return node(expression).weight();
  }

  private Node node(TypedExpr expression) {
    Node node = nodes.get(expression);
    if (node == null) {
      throw new IllegalArgumentException(
          "Expression (%s) is not part of this tree.".formatted(expression));
    }
    return node;
  }

  private int visit(TypedExpr expression) {
    int site = sites++;
    StringBuilder text = new StringBuilder(48);
    describe(expression, text);
    int weight = 1;
    for (TypedExpr child : expression.children()) {
      int shape = visit(child);
      text.append(' ').append(shape);
      weight += weight(child);
    }
    int shape = shapes.computeIfAbsent(text.toString(), _ -> shapes.size());
    if (shape == uses.size()) {
      uses.add(0);
    }
    uses.set(shape, uses.get(shape) + 1);
    nodes.put(expression, new Node(site, shape, weight));
    return shape;
  }

  /// What distinguishes a node from others with the same children.
  private static void describe(TypedExpr expression, StringBuilder text) {
    text.append(expression.getClass().getSimpleName())
        .append(' ')
        .append(expression.type().family());
    switch (expression) {
      case TypedExpr.Literal literal -> literal(literal.value(), text);
      case TypedExpr.Field field ->
          text.append(field.slot()).append(field.whenBlank() == null ? "n" : "d");
      case TypedExpr.Arithmetic arithmetic -> text.append(arithmetic.operator());
      case TypedExpr.Compare compare -> text.append(compare.operator());
      case TypedExpr.IsBlank blank -> text.append(blank.neverForText());
      case TypedExpr.BlankValue fallback -> text.append(fallback.neverForText());
      case TypedExpr.Includes includes -> literal(includes.code(), text);
      case TypedExpr.WriteTest test -> text.append(test.slot());
      case TypedExpr.Call call ->
          text.append(call.function().name())
              .append(call.function().signatures().indexOf(call.signature()));
      case TypedExpr.Negate _,
          TypedExpr.Concat _,
          TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.If _,
          TypedExpr.Case _,
          TypedExpr.IfError _,
          TypedExpr.In _ -> {
        // its children say everything
      }
    }
  }

  private static void literal(@org.jspecify.annotations.Nullable Object value, StringBuilder text) {
    if (value == null) {
      text.append("null");
    } else {
      String shown = value.toString();
      text.append(value.getClass().getSimpleName())
          .append(shown.length())
          .append('|')
          .append(shown);
    }
  }
}
