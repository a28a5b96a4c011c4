package dev.huozi.ui.page.version;

import dev.huozi.ui.page.plan.PlanSamples;
import dev.huozi.ui.page.plan.ProgressView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Made-up pages of versions for tests of the templates.
public final class VersionSamples {
  private static final ProgressView WORK =
      new ProgressView(
          List.of(
              new ProgressView.Line("later", "后续步骤：拜访", "第 1 步，共 2 步", 43, false),
              new ProgressView.Line("later", "等待执行：门店", "服务器会自动继续", null, true)));

  private VersionSamples() {}

  /// Template and model by the name of the page.
  public static Map<String, Map.Entry<String, Object>> pages() {
    Map<String, Map.Entry<String, Object>> pages = new LinkedHashMap<>();
    VersionPages.Row current = row(13, true, "", "按区域经理的要求");
    VersionPages.Row past = row(12, false, "visit 2.0.0", "");
    pages.put(
        "list",
        Map.entry(
            "admin/versions",
            new VersionPages.Home(List.of(current, past), WORK, "/admin/versions?before=12")));
    pages.put(
        "one",
        Map.entry(
            "admin/version",
            new VersionPages.One(
                past,
                PlanSamples.plan().tallies(),
                PlanSamples.kinds(),
                "/admin/versions/11",
                "/admin/versions/13",
                "/admin/versions/12/rollback",
                "/admin/versions/diff?from=12&to=13")));
    pages.put(
        "first",
        Map.entry(
            "admin/version",
            new VersionPages.One(current, List.of(), List.of(), null, null, null, null)));
    pages.put(
        "difference",
        Map.entry(
            "admin/difference",
            new VersionPages.Difference(
                11, 13, PlanSamples.plan().tallies(), PlanSamples.kinds())));
    pages.put(
        "rollback",
        Map.entry(
            "admin/rollback",
            new VersionPages.Rollback(12, 13, PlanSamples.plan(), "", List.of("请填写回滚原因。"))));
    return pages;
  }

  private static VersionPages.Row row(long version, boolean current, String pack, String reason) {
    return new VersionPages.Row(
        version,
        "2026-11-25 14:02",
        "方总",
        reason,
        pack,
        7,
        current,
        !current,
        current,
        "/admin/versions/" + version);
  }
}
