package dev.huozi.ui.form;

import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.ValueView;
import java.util.List;

/// Made-up forms for tests of the templates: one field of every control.
public final class FormSamples {
  private FormSamples() {}

  public static List<FormField> fields() {
    Control.Option chosen = new Control.Option("GT", "传统渠道", true);
    Control.Target store =
        new Control.Target("store", "门店", "building-store", "/lookup/store", true);
    Control.Target account =
        new Control.Target("account", "客户", "building", "/lookup/account", false);
    return List.of(
        field(1, "门店名称", "", true, List.of("请填写门店名称。"), new Control.Line("", "text", 240)),
        field(2, "门店编号", "", false, List.of(), new Control.Later()),
        field(
            3,
            "渠道",
            "",
            true,
            List.of(),
            new Control.Choice(List.of(chosen), "请选择", true, "/o/store/patch")),
        field(
            4,
            "门店类型",
            "先选渠道。",
            false,
            List.of(),
            new Control.Choice(List.of(), "请先选择渠道", false, null)),
        field(5, "连锁门店", "", false, List.of(), new Control.Check(true)),
        field(
            6,
            "经销商",
            "",
            true,
            List.of(),
            new Control.Lookup("account:1", "宁波三江", List.of(account), null)),
        field(7, "月均销售额", "", false, List.of(), new Control.Figure("80000", "¥", "")),
        field(8, "铺货率", "", false, List.of("不是数字。"), new Control.Figure("abc", "", "%")),
        field(9, "开业日期", "", false, List.of(), new Control.Day("2026-01-31", "date")),
        field(10, "下次拜访", "", false, List.of(), new Control.Day("", "datetime-local")),
        field(
            11,
            "拜访对象",
            "",
            false,
            List.of(),
            new Control.Lookup("", "", List.of(store, account), null)),
        field(12, "来源", "", false, List.of(), new Control.Fixed(new ValueView.Plain("导入"))),
        new FormField(
            "v.remark", "f13", "备注", "", false, true, List.of(), new Control.Area("第一行\n第二行")));
  }

  private static FormField field(
      int position,
      String label,
      String help,
      boolean required,
      List<String> errors,
      Control control) {
    return new FormField(
        "v.field" + position, "f" + position, label, help, required, false, errors, control);
  }

  public static FormPage page(FormPage.Merge merge) {
    return new FormPage(
        new ObjectHead("store", "门店", "building-store"),
        true,
        "新建门店",
        "/o/store/new",
        "/a/sales/o/store",
        "",
        0,
        "key",
        "",
        List.of(new FormPage.Section("basic", "基本信息", 2, false, fields())),
        List.of(
            new FormPage.Problem("门店名称：请填写门店名称。", "f1"), new FormPage.Problem("铺货率：不是数字。", "f8")),
        new FormPage.Live("/o/store/live", "{}", true, List.of(new FormNote(true, "少见的组合。"))),
        merge);
  }

  public static FormPage.Merge merge() {
    return new FormPage.Merge(
        "陈思远",
        "2026-11-20 10:00",
        List.of(new FormPage.Conflict("m.grade", "门店等级", "B 级", "A 级", "C 级")),
        List.of(new FormPage.Conflict("m.city", "城市", "宁波", "杭州", "宁波")));
  }
}
