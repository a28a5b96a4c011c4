package dev.huozi.ui.page.list;

import dev.huozi.ui.filter.FilterField;
import dev.huozi.ui.filter.FilterNode;
import dev.huozi.ui.page.PageContext;
import java.util.List;
import java.util.stream.Collectors;

/// Says a filter in words: `门店等级 是 A级、B级`.
record FilterWords(PageContext page, FilterValues values) {
  /// One text for each part of an AND; one for the whole of an OR.
  List<String> of(FilterNode.Group group) {
    return group.joint() == FilterNode.Joint.AND
        ? group.parts().stream().map(this::of).toList()
        : List.of(joined(group));
  }

  private String of(FilterNode part) {
    return switch (part) {
      case FilterNode.Group group -> joined(group);
      case FilterNode.Row row -> row(row);
    };
  }

  private String joined(FilterNode.Group group) {
    String joint = " " + page.words().get("filter_joint_" + group.joint().word()) + " ";
    return group.parts().stream()
        .map(part -> part instanceof FilterNode.Group ? "(" + of(part) + ")" : of(part))
        .collect(Collectors.joining(joint));
  }

  private String row(FilterNode.Row row) {
    FilterField field = values.fields().find(row.path());
    if (field == null) {
      return row.path();
    }
    String compared = values.words(field, row);
    return FilterValues.label(field)
        + " "
        + values.operator(field, row.operator())
        + (compared.isEmpty() ? "" : " " + compared);
  }
}
