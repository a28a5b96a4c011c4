package dev.huozi.ui.listview;

import dev.huozi.metadata.model.Definition;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of one object's records.
///
/// @param columns fields, or paths over one lookup: `dealer.grade`
/// @param filter formula that a record must satisfy; null for all
/// @param sort fields in order, `-` before a descending one
/// @param quickFilters fields that the page offers as filters
public record ListView(
    String name,
    LocalizedText label,
    String object,
    List<String> columns,
    @Nullable String filter,
    List<String> sort,
    List<String> quickFilters)
    implements Definition {
  public ListView {
    columns = List.copyOf(columns);
    sort = List.copyOf(sort);
    quickFilters = List.copyOf(quickFilters);
  }
}
