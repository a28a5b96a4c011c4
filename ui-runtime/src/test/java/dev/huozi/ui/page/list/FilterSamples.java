package dev.huozi.ui.page.list;

import dev.huozi.ui.form.Control;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A filter builder with every kind of value.
public final class FilterSamples {
  private static final List<ListPage.Choice> CHOICES =
      List.of(new ListPage.Choice("a", "A 级", true), new ListPage.Choice("b", "B 级", false));

  private FilterSamples() {}

  public static FilterPanel panel() {
    Control.Lookup lookup =
        new Control.Lookup(
            "account:1",
            "顺发批发部",
            List.of(new Control.Target("account", "客户", "search", "/lookup/account", true)),
            null);
    return new FilterPanel(
        "/a/sales/o/store/filter",
        "store",
        true,
        false,
        "",
        null,
        "and",
        List.of(
            part("0", new FilterPanel.Codes(CHOICES), null),
            part("1", new FilterPanel.Line("abc", true), "请填写数字。"),
            part("2", new FilterPanel.Days("7"), null),
            part("3", new FilterPanel.Day(CHOICES, "fixed", "2026-11-25"), null),
            part("4", new FilterPanel.Nothing(), null),
            new FilterPanel.Part(
                "5",
                "or",
                List.of(
                    row(
                        "5.0",
                        new FilterPanel.Found(
                            lookup, new FilterPanel.Input("c5-0-v", "c5.0.v", "c5.0.n", "客户")),
                        null)))));
  }

  private static FilterPanel.Part part(
      String place, FilterPanel.Value value, @Nullable String problem) {
    return new FilterPanel.Part(place, null, List.of(row(place, value, problem)));
  }

  private static FilterPanel.Row row(
      String place, FilterPanel.Value value, @Nullable String problem) {
    return new FilterPanel.Row(
        place,
        "c" + place,
        place,
        List.of(new FilterPanel.Fields(null, CHOICES), new FilterPanel.Fields("客户", CHOICES)),
        CHOICES,
        value,
        problem);
  }
}
