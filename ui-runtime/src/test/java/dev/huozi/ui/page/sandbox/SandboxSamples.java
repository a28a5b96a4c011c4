package dev.huozi.ui.page.sandbox;

import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.PlanSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Made-up sandboxes for tests of the templates.
public final class SandboxSamples {
  private SandboxSamples() {}

  /// Template and model by name.
  public static Map<String, Map.Entry<String, Object>> pages() {
    List<Refusal> problems = List.of(new Refusal("", "租户名称无效。"));
    Map<String, Map.Entry<String, Object>> pages = new LinkedHashMap<>();
    pages.put("list", Map.entry("admin/sandboxes", home(false, List.of())));
    pages.put("list-refused", Map.entry("admin/sandboxes", home(true, problems)));
    pages.put(
        "list-empty",
        Map.entry(
            "admin/sandboxes",
            new SandboxPages.Home(List.of(), false, false, true, "", List.of())));
    pages.put("trial", Map.entry("admin/sandbox", trial()));
    pages.put(
        "trial-empty",
        Map.entry(
            "admin/sandbox",
            new SandboxPages.Trial(
                "a-sandbox", "试用", List.of(), null, "", null, List.of(), List.of())));
    return pages;
  }

  private static SandboxPages.Home home(boolean full, List<Refusal> problems) {
    return new SandboxPages.Home(
        List.of(
            new SandboxPages.Row(
                "a-sandbox",
                "升级试用",
                "ready",
                "就绪",
                "2026-11-25 14:30",
                null,
                "",
                "/admin/sandboxes/a-sandbox",
                "/admin/sandboxes/a-sandbox/delete"),
            new SandboxPages.Row(
                "a-sandbox-2",
                "a-sandbox-2",
                "making",
                "正在创建",
                "",
                new SandboxPages.Work(42, "复制记录", "42 % · 12,345 行/秒 · 剩余约 3 秒"),
                "",
                null,
                "/admin/sandboxes/a-sandbox-2/delete"),
            new SandboxPages.Row(
                "a-sandbox-3",
                "a-sandbox-3",
                "failed",
                "失败",
                "",
                null,
                "服务器在工作途中停止了，未完成的部分已清除。请重新开始。",
                null,
                "/admin/sandboxes/a-sandbox-3/delete")),
        true,
        full,
        false,
        "",
        problems);
  }

  private static SandboxPages.Trial trial() {
    return new SandboxPages.Trial(
        "a-sandbox",
        "升级试用",
        List.of(
            new SandboxPages.Step("应用配置包 visit", "1.0.0 → 1.1.0", true),
            new SandboxPages.Step("发布其余变更", "12 处不同", false)),
        "/admin/sandboxes/a-sandbox/packs/visit",
        "应用配置包 visit",
        PlanSamples.plan(),
        List.of(new SandboxPages.Overruled("门店", "字段 › 电话 › 名称", List.of("电话"), List.of("联系电话"))),
        List.of());
  }
}
