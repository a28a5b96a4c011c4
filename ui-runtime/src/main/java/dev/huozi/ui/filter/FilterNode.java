package dev.huozi.ui.filter;

import java.util.List;

/// A filter as it is built: rows and groups of rows.
public sealed interface FilterNode {
  /// How the parts of a group are joined.
  enum Joint {
    AND,
    OR;

    static Joint of(String word) {
      return word.equalsIgnoreCase("or") ? OR : AND;
    }

    public String word() {
      return this == AND ? "and" : "or";
    }

    Joint other() {
      return this == AND ? OR : AND;
    }
  }

  /// Rows, and in the outermost group also groups of rows.
  record Group(Joint joint, List<FilterNode> parts) implements FilterNode {
    public Group {
      parts = List.copyOf(parts);
    }

    static final Group EMPTY = new Group(Joint.AND, List.of());

    public boolean isEmpty() {
      return parts.isEmpty();
    }
  }

  /// One condition.
  ///
  /// @param path of the field, empty while none is chosen
  record Row(String path, Operator operator, Operand operand) implements FilterNode {}
}
