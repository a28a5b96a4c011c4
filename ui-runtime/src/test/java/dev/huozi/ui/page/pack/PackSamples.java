package dev.huozi.ui.page.pack;

import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.PlanSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Made-up pages of packs for tests of the templates.
public final class PackSamples {
  private PackSamples() {}

  /// Template and model by the name of the page.
  public static Map<String, Map.Entry<String, Object>> pages() {
    Map<String, Map.Entry<String, Object>> pages = new LinkedHashMap<>();
    List<Refusal> problems =
        List.of(
            new Refusal("objects/store.object.yaml:12:5", "没有对象“stoer”，是否为“store”？"),
            new Refusal("", "配置包过大。"));
    pages.put("list", Map.entry("admin/packs", new PackPages.Home(List.of(row()), List.of())));
    pages.put(
        "list-refused", Map.entry("admin/packs", new PackPages.Home(List.of(row()), problems)));
    pages.put(
        "one",
        Map.entry("admin/pack", new PackPages.One(row(), false, groups(), PlanSamples.kinds())));
    pages.put("upgrade", Map.entry("admin/upgrade", upgrade()));
    pages.put("upgrade-refused", Map.entry("admin/upgrade", refused(problems)));
    pages.put("remove", Map.entry("admin/remove", removal()));
    pages.put("done", Map.entry("admin/done", done()));
    return pages;
  }

  private static PackPages.Row row() {
    return new PackPages.Row(
        "visit",
        "拜访管理",
        "1.1.0",
        "门店、路线、拜访计划与执行",
        List.of(
            new PackPages.Link("客户基础", "^1.0.0", "/admin/packs/crm_base"),
            new PackPages.Link("missing", ">=2.0.0", null)),
        List.of(new PackPages.Link("促销", "", "/admin/packs/promo")),
        64,
        10,
        12,
        "",
        "/admin/packs/visit");
  }

  private static List<PackPages.Group> groups() {
    return List.of(
        new PackPages.Group(
            "对象",
            "cube",
            List.of(
                new PackPages.Member("门店", "store", "/designer/store/fields", true),
                new PackPages.Member("拜访", "visit", null, false))));
  }

  private static PackPages.Upgrade upgrade() {
    return new PackPages.Upgrade(
        "升级 拜访管理",
        "UEsDB",
        "拜访管理",
        "visit",
        "1.1.0",
        "2.0.0",
        List.of(new PackPages.Param("param:days", "拜访周期", "number", "", "7")),
        List.of(
            new PackPages.Conflict(
                "choice:view/all_stores#columns",
                "视图",
                "全部门店",
                "列",
                List.of("名称", "渠道"),
                List.of("名称", "渠道", "等级"),
                List.of("名称", "电话"),
                false)),
        new PackPages.Edits(10, 9, 1, 0, PlanSamples.kinds()),
        List.of(new PackPages.Seed("门店", "seed/store.csv", "12 行，其中 3 行是新的")),
        PlanSamples.plan(),
        List.of());
  }

  private static PackPages.Upgrade refused(List<Refusal> problems) {
    return new PackPages.Upgrade(
        "安装 拜访管理",
        "UEsDB",
        "拜访管理",
        "visit",
        null,
        "1.1.0",
        List.of(),
        List.of(),
        new PackPages.Edits(0, 0, 0, 0, List.of()),
        List.of(),
        null,
        problems);
  }

  private static PackPages.Done done() {
    return new PackPages.Done(
        "已升级 拜访管理：1.1.0 → 2.0.0",
        "10 处本地修改，丢失 0 处",
        List.of(
            new PackPages.Step("检查", "12 个组件有变更，全部通过", false),
            new PackPages.Step("后续", "还有 2 项在后台进行", true)),
        "/admin/versions/13",
        "/admin/versions/12/rollback",
        "/admin/packs/visit",
        13);
  }

  private static PackPages.Removal removal() {
    return new PackPages.Removal(
        "visit",
        "/admin/packs/visit",
        "拜访管理",
        "2.0.0",
        List.of(new PackPages.Fate("对象", "门店", "store", "1,234 行")),
        List.of(),
        3,
        PlanSamples.plan(),
        List.of());
  }
}
