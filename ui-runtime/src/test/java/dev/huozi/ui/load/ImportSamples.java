package dev.huozi.ui.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Made-up imports, to be drawn.
public final class ImportSamples {
  private ImportSamples() {}

  public static ImportPage.Overview overview() {
    return new ImportPage.Overview(
        List.of(
            new ImportPage.Summary(
                "/imports/1", "门店.csv", "已完成", "green", "2026-11-25 09:30", "林婉清", "12,000", "3"),
            new ImportPage.Summary(
                "/imports/2",
                "<b>orders</b>.xlsx",
                "导入中",
                "blue",
                "2026-11-25 10:00",
                "陈思远",
                "8",
                "0")),
        "store");
  }

  public static Map<String, ImportPage> pages() {
    Map<String, ImportPage> pages = new LinkedHashMap<>();
    pages.put("ready", page("ready", mapping(), progress(0), List.of()));
    pages.put("running", page("running", null, progress(4_200), List.of()));
    pages.put("done", page("done", null, progress(12_000), lines()));
    return pages;
  }

  private static ImportPage page(
      String state,
      ImportPage.@org.jspecify.annotations.Nullable Mapping mapping,
      ImportPage.Progress progress,
      List<ImportPage.Line> lines) {
    return new ImportPage(
        "/imports/1",
        "门店.csv",
        state,
        state.equals("done") ? "已完成" : state.equals("ready") ? "待确认" : "导入中",
        state.equals("done") ? "green" : "blue",
        state.equals("running"),
        List.of("CSV", "GB18030", "5 列", "12,000 行"),
        mapping,
        progress,
        lines,
        true,
        state.equals("ready") ? List.of("文件没有名为「数量」的列。") : List.of());
  }

  private static ImportPage.Mapping mapping() {
    return new ImportPage.Mapping(
        List.of(
            new ImportPage.Choice("store", "门店", true),
            new ImportPage.Choice("product", "产品", false)),
        List.of(
            column("c0", "门店名称", "苏果超市（虹桥店）"),
            column("c1", "经销商编码", "JX-0042"),
            column("c2", "开业日期", "2024/2/29")),
        List.of(new ImportPage.Choice("code", "门店编号", true)),
        false,
        "uuuu/M/d uuuu年M月d日",
        List.of());
  }

  private static ImportPage.Column column(String name, String header, String sample) {
    return new ImportPage.Column(
        name,
        header,
        sample,
        List.of(
            new ImportPage.Choice("name", "门店名称", name.equals("c0")),
            new ImportPage.Choice("dealer|code", "经销商，按经销商编码查找", name.equals("c1"))));
  }

  private static ImportPage.Progress progress(long done) {
    return new ImportPage.Progress(
        done,
        12_000,
        "4,200",
        "12,000",
        "3,100",
        "3",
        "2",
        "1",
        done > 0,
        List.of(new ImportPage.Count("门店", "4,000", "198", "0")));
  }

  private static List<ImportPage.Line> lines() {
    return List.of(
        new ImportPage.Line(
            "17",
            "已拒绝",
            "red",
            List.of(new ImportPage.Note("数量", "<b>x</b>", "「数量」（x）不是数字。请写成 1234.5，或设置文件的数字格式。"))),
        new ImportPage.Line(
            "42",
            "有出入",
            "amber",
            List.of(new ImportPage.Note("产品名称", "Other", "「产品名称」已由前面的行设为（First）。"))));
  }
}
