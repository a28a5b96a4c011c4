package dev.huozi.ui.designer;

import dev.huozi.ui.form.FormField;
import dev.huozi.ui.form.FormSamples;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.plan.PlanSamples;
import dev.huozi.ui.page.plan.PlanView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Made-up pages of the designer for tests of the templates.
public final class DesignerSamples {
  private static final DesignerPages.DraftBar BAR = new DesignerPages.DraftBar(3);
  private static final ObjectHead STORE = new ObjectHead("store", "门店", "building-store");

  private DesignerSamples() {}

  /// Template and model by the name of the page.
  public static Map<String, Map.Entry<String, Object>> pages() {
    Map<String, Map.Entry<String, Object>> pages = new LinkedHashMap<>();
    pages.put("objects", Map.entry("designer/objects", home()));
    pages.put("object", Map.entry("designer/object", object()));
    pages.put("fields", Map.entry("designer/fields", fields()));
    pages.put(
        "kinds",
        Map.entry(
            "designer/kinds",
            new DesignerPages.Kinds(
                BAR,
                STORE,
                "/designer/store/fields",
                List.of(
                    new DesignerPages.KindCard("文本", "单行文字", "abc", "?type=text"),
                    new DesignerPages.KindCard("数字", "数量、次数、面积", "number", "?type=number")))));
    pages.put("field", Map.entry("designer/field", field(FieldKind.PICKLIST)));
    pages.put("field-number", Map.entry("designer/field", field(FieldKind.NUMBER)));
    pages.put("field-formula", Map.entry("designer/field", field(FieldKind.FORMULA)));
    pages.put(
        "optionsets",
        Map.entry(
            "designer/optionsets",
            new DesignerPages.OptionSets(
                BAR,
                List.of(
                    new DesignerPages.OptionSetRow(
                        "渠道",
                        "store_channel",
                        3,
                        "",
                        "visit",
                        "changed",
                        "/designer/optionsets/store_channel")))));
    pages.put("optionset", Map.entry("designer/optionset", optionSet()));
    pages.put("review", Map.entry("designer/review", review()));
    pages.put("uses", Map.entry("designer/uses", uses(PlanSamples.plan(), List.of())));
    pages.put("uses-refused", Map.entry("designer/uses", uses(null, List.of("请先修改筛选条件。"))));
    pages.put(
        "review-empty",
        Map.entry("designer/review", new DesignerPages.Review(List.of(), null, List.of())));
    return pages;
  }

  private static DesignerPages.Home home() {
    return new DesignerPages.Home(
        BAR,
        List.of(
            new DesignerPages.ObjectRow(
                STORE, "Store", 22, "visit", false, "changed", "/designer/store/fields"),
            new DesignerPages.ObjectRow(
                new ObjectHead("user", "用户", "user"),
                "User",
                5,
                "system",
                true,
                "",
                "/designer/user/fields")));
  }

  private static DesignerPages.ObjectForm object() {
    return new DesignerPages.ObjectForm(
        BAR,
        true,
        "新建对象",
        "/designer/new-object",
        "/designer",
        "",
        "",
        "",
        "cube",
        Icons.load().objectIcons(),
        false,
        "{0000}",
        List.of(new DesignerPages.Choice("field_sales", "访销", true)),
        null,
        List.of());
  }

  private static DesignerPages.Fields fields() {
    return new DesignerPages.Fields(
        BAR,
        STORE,
        "Store",
        true,
        List.of(
            row("name", "名称", "Name", FieldKind.TEXT, "文本", "120", true, true, ""),
            row("channel", "渠道", "Channel", FieldKind.PICKLIST, "单选", "渠道", true, false, "changed"),
            row(
                "fridge_count",
                "冰柜数量",
                "Fridges",
                FieldKind.NUMBER,
                "数字",
                "6, 0",
                false,
                false,
                "new")),
        "/designer/store",
        List.of("字段名重复。"));
  }

  private static DesignerPages.FieldRow row(
      String name,
      String label,
      String other,
      FieldKind kind,
      String type,
      String detail,
      boolean required,
      boolean nameField,
      String state) {
    List<String> uses = nameField ? List.of("布局：门店", "视图：全部门店") : List.of();
    return new DesignerPages.FieldRow(
        name,
        label,
        other,
        kind.icon(),
        type,
        detail,
        required,
        false,
        true,
        nameField,
        true,
        uses,
        nameField ? "/designer/uses?kind=object&name=store&field=name" : null,
        state,
        "/designer/store/fields/" + name);
  }

  private static DesignerPages.FieldForm field(FieldKind kind) {
    FormField preview = FormSamples.fields().get(2);
    return new DesignerPages.FieldForm(
        BAR,
        STORE,
        true,
        FieldInput.blank(kind),
        "单选",
        kind.icon(),
        "/designer/store/fields/new",
        "/designer/store/fields/preview",
        "/designer/store/fields",
        List.of(new DesignerPages.Choice("store_channel", "渠道", false)),
        List.of(new DesignerPages.Choice("channel", "渠道", false)),
        List.of(new DesignerPages.Choice("account", "客户", true)),
        List.of(new DesignerPages.Choice("number", "数字", true)),
        "门店",
        "全部门店",
        List.of(),
        preview);
  }

  private static DesignerPages.OptionSetForm optionSet() {
    List<DesignerPages.Choice> colors =
        List.of(
            new DesignerPages.Choice("green", "绿色", true),
            new DesignerPages.Choice("red", "红色", false));
    return new DesignerPages.OptionSetForm(
        BAR,
        "渠道",
        "store_channel",
        "/designer/optionsets/store_channel",
        "/designer/optionsets",
        "渠道",
        "Channel",
        List.of(
            new DesignerPages.OptionRow(0, "MT", "现代渠道", "Modern trade", colors, true, true),
            new DesignerPages.OptionRow(1, "", "", "", colors, true, false)),
        "/designer/uses?kind=optionset&name=store_channel",
        List.of());
  }

  private static DesignerPages.Review review() {
    return new DesignerPages.Review(
        List.of(
            new DesignerPages.Held(
                "object", "对象", "门店", "store", "changed", "/designer/store/fields"),
            new DesignerPages.Held("view", "视图", "停用的视图", "old_view", "gone", null)),
        PlanSamples.plan(),
        List.of());
  }

  private static DesignerPages.Uses uses(@Nullable PlanView plan, List<String> problems) {
    return new DesignerPages.Uses(
        BAR, "object", "store", "fax", "门店 › 传真", PlanSamples.plan().affected(), plan, problems);
  }
}
