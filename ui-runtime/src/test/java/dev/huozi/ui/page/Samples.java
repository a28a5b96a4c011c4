package dev.huozi.ui.page;

import dev.huozi.ui.page.list.FilterSamples;
import dev.huozi.ui.page.list.ListPage;
import dev.huozi.ui.page.record.DeletePage;
import dev.huozi.ui.page.record.RecordSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Made-up pages for tests of the templates.
public final class Samples {
  private Samples() {}

  public static Shell shell(Locale locale, String theme) {
    List<Navigation.Entry> items =
        List.of(
            new Navigation.Entry("门店", "/a/sales/o/store", "building-store", true),
            new Navigation.Entry("拜访", "/a/sales/o/visit", "map-pin", false),
            new Navigation.Entry("线路", "/a/sales/o/route", "route", false),
            new Navigation.Entry("客户", "/a/sales/o/account", "building", false),
            new Navigation.Entry("商机", "/a/sales/o/opportunity", "target-arrow", false));
    List<Navigation.Entry> administration =
        List.of(
            new Navigation.Entry("设计器", "/designer", "sitemap", false),
            new Navigation.Entry("账号管理", "/admin/accounts", "users", false));
    List<Navigation.Entry> apps =
        List.of(
            new Navigation.Entry("访销", "/a/sales/o/store", "apps", true),
            new Navigation.Entry("客户管理", "/a/crm/o/account", "apps", false));
    Navigation navigation =
        new Navigation("访销", apps, items, administration, items.subList(0, 4), items.subList(0, 3));
    return new Shell(
        "门店",
        locale,
        theme,
        "csrf-token",
        "nonce",
        "/a/sales/o/store",
        new Shell.Viewer("林婉清", "清禾泉饮料", true, null),
        navigation,
        List.of());
  }

  public static ListPage list(int count) {
    String[] stores = {
      "三江购物（张江店）", "顺发批发部（武林店）", "联华超市（五角场店）", "大润发（世纪公园店）", "全家便利（临平店）", "邻里小站（静安寺店）"
    };
    List<ListPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String title = stores[i % stores.length];
      rows.add(
          new ListPage.Row(
              "/o/store/" + i,
              title,
              List.of(
                  new ListPage.Cell("门店名称", new ValueView.Plain(title), true),
                  new ListPage.Cell("门店编号", new ValueView.Code("ST-0000" + i), false),
                  new ListPage.Cell("渠道", new ValueView.Pill("现代渠道", "blue"), false),
                  new ListPage.Cell(
                      "门店等级",
                      new ValueView.Pill(i % 3 == 0 ? "A 级" : "C 级", i % 3 == 0 ? "green" : "gray"),
                      false),
                  new ListPage.Cell(
                      "状态",
                      new ValueView.Pill(
                          i % 2 == 0 ? "合作中" : "洽谈中", i % 2 == 0 ? "green" : "amber"),
                      false),
                  new ListPage.Cell("城市", new ValueView.Plain("宁波市"), false),
                  new ListPage.Cell("负责人", new ValueView.Link("陈思远", "/o/user/1"), false),
                  new ListPage.Cell(
                      "月均销售额", new ValueView.Figure("¥" + (186 + i) + ",000.00"), false),
                  new ListPage.Cell(
                      "最近拜访",
                      new ValueView.Stamp("2026-11-10 09:30", "2026-11-10T01:30:00Z"),
                      false),
                  new ListPage.Cell("<b>&", new ValueView.Blank(), false))));
    }
    List<ListPage.Column> columns = new ArrayList<>();
    if (count > 0) {
      for (ListPage.Cell cell : rows.getFirst().cells()) {
        columns.add(
            new ListPage.Column(
                cell.label(),
                cell.value().numeric(),
                "?sort=x",
                columns.size() == 1 ? "ascending" : "none"));
      }
    }
    ListPage.Filters filters =
        new ListPage.Filters(
            "all_stores",
            "",
            "",
            List.of(
                new ListPage.Quick(
                    "q.channel", "渠道", List.of(new ListPage.Choice("MT", "现代渠道", false))),
                new ListPage.Quick(
                    "q.grade", "门店等级", List.of(new ListPage.Choice("A", "A 级", true)))),
            "",
            null,
            true,
            "/a/sales/o/store",
            FilterSamples.panel());
    return new ListPage(
        new ObjectHead("store", "门店", "building-store"),
        List.of(
            new ListPage.Tab("全部门店", "?view=all", true, false),
            new ListPage.Tab("我负责的", "?view=mine", false, true)),
        "/a/sales/o/store",
        filters,
        new ListPage.Rows(
            columns,
            rows,
            "1,000+",
            "1–50",
            false,
            "/",
            null,
            "?cursor=x",
            List.of(new ListPage.Export("CSV", "/a/sales/o/store/export?format=csv"))),
        new ListPage.Applied(List.of("门店等级 是其中之一 A 级", "更新时间 在最近 7 天"), "?view=all", true),
        new ListPage.Saving(true, "/a/x/o/store/views", "f=x", "我负责的", "1", true),
        "/o/store/new",
        "/imports?object=store");
  }

  public static RecordSheet record() {
    List<RecordSheet.Item> items =
        List.of(
            new RecordSheet.Item("门店名称", new ValueView.Plain("苏果超市（虹桥店）"), false),
            new RecordSheet.Item("门店编号", new ValueView.Code("ST-00042"), false),
            new RecordSheet.Item("渠道", new ValueView.Pill("现代渠道", "blue"), false),
            new RecordSheet.Item("连锁门店", new ValueView.Flag(true, "是"), false),
            new RecordSheet.Item("所属连锁总部", new ValueView.Blank(), false),
            new RecordSheet.Item("状态", new ValueView.Pill("合作中", "green"), false),
            new RecordSheet.Item("备注", new ValueView.Lines("第一行\n第二行"), true));
    List<RecordSheet.Item> highlights =
        List.of(
            items.get(2),
            items.get(5),
            new RecordSheet.Item("负责人", new ValueView.Link("周子涵", "/o/user/2"), false),
            new RecordSheet.Item("月均销售额", new ValueView.Figure("¥276,000.00"), false),
            new RecordSheet.Item("最近拜访", new ValueView.Stamp("2026-09-24", "2026-09-24"), false));
    RecordSheet.Related related =
        new RecordSheet.Related(
            new ObjectHead("visit", "拜访", "map-pin"),
            "related-0",
            "拜访",
            "18",
            List.of(
                new RecordSheet.Head("日期", false),
                new RecordSheet.Head("负责人", false),
                new RecordSheet.Head("签到偏差", true)),
            List.of(
                new RecordSheet.Row(
                    "/o/visit/1",
                    "VS-1",
                    List.of(
                        new RecordSheet.Cell(
                            "日期", new ValueView.Stamp("2026-11-20 09:12", "x"), true),
                        new RecordSheet.Cell("负责人", new ValueView.Link("林婉清", "/o/user/1"), false),
                        new RecordSheet.Cell("签到偏差", new ValueView.Figure("18"), false)))),
            "/o/store/1/related/0",
            "/o/visit/new");
    RecordSheet.Event changed =
        new RecordSheet.Event(
            "update",
            "林婉清",
            "2026-11-20 09:28",
            "x",
            List.of(new RecordSheet.Changed("信用额度", "¥150,000.00", "¥260,000.00")));
    RecordSheet.Event created =
        new RecordSheet.Event("create", "陈思远", "2026-10-01 10:00", "x", List.of());
    return new RecordSheet(
        new ObjectHead("store", "门店", "building-store"),
        "/a/sales/o/store",
        "苏果超市（虹桥店）",
        "ST-00042",
        highlights,
        List.of(
            new RecordSheet.Section("basic", "基本信息", 2, items),
            new RecordSheet.Section(
                "address",
                "地址与联系方式",
                3,
                List.of(
                    new RecordSheet.Item("联系电话", new ValueView.Telephone("138 7089 4007"), false),
                    new RecordSheet.Item("邮箱", new ValueView.Mail("a@b.cn"), false),
                    items.get(4)))),
        List.of(related),
        List.of(changed, created),
        "/o/store/1/edit",
        "/o/store/1/delete",
        3,
        List.of(new RecordSheet.Button("计算额度", "", "/o/store/1/actions/limit")),
        null,
        new RecordSheet.Footer("陈思远", "2026-10-01 10:00", "林婉清", "2026-11-20 09:28"));
  }

  public static DeletePage delete() {
    return new DeletePage(
        new ObjectHead("store", "门店", "building-store"),
        "苏果超市",
        "/o/store/1/delete",
        3,
        "/o/store/1",
        List.of(new DeletePage.Consequence(DeletePage.Fate.FORBIDS, "18 条拜访指向它，请先处理这些记录。")),
        null);
  }
}
