package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import dev.huozi.sample.browser.Browsers.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A consultant installs, upgrades and removes a pack with the pages alone.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackFlowTest {
  private final Browsers browsers = new Browsers();

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void anUpgradeKeepsWhatTheTenantChangedAndAsksWhereBothDid() {
    ShelfPack pack = new ShelfPack("shelf_up");
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      install(page, pack);
      edit(page, "/designer/shelf_up/fields/place", "#label_zh", "放在哪里");
      edit(page, "/designer/shelf_up/fields/name", "#help_zh", "写在价签上的名称");

      choose(page, pack.second());
      assertThat(page.locator("h1")).containsText("1.0.0 → 1.1.0");
      assertThat(page.locator(".hz-clash")).hasCount(1);
      assertThat(page.locator(".hz-clash-base")).containsText("位置");
      assertThat(page.locator("label.hz-clash-side").nth(0)).containsText("摆放位置");
      assertThat(page.locator("label.hz-clash-side").nth(1)).containsText("放在哪里");
      assertThat(page.locator("input[value=tenant]")).isChecked();
      assertThat(page.locator("#pack-plan")).containsText("2 处本地修改，丢失 0 处");
      assertThat(page.locator("#changes-tree")).containsText("尺寸");
      assertThat(page.locator("#changes-tree")).not().containsText("摆放位置");

      page.locator("input[value=pack]").check();
      assertThat(page.locator("#changes-tree")).containsText("摆放位置");
      page.locator("input[value=tenant]").check();
      assertThat(page.locator("#changes-tree")).not().containsText("摆放位置");
      page.click("#approve");
      assertThat(page.locator(".hz-done")).containsText("1.0.0 → 1.1.0");
      assertThat(page.locator(".hz-done-line")).containsText("2 处本地修改，丢失 0 处");
      assertThat(page.locator(".hz-step-done")).hasCount(4);

      page.navigate("/designer/shelf_up/fields");
      assertThat(page.locator("#fields")).containsText("放在哪里");
      assertThat(page.locator("#fields")).containsText("尺寸");
      assertThat(page.locator("h1")).containsText("陈列架");
      page.navigate("/admin/packs/shelf_up");
      assertThat(page.locator("main")).containsText("1.1.0");
      assertThat(page.locator("main")).containsText("写在价签上的名称");
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void aPackThatDoesNotFitIsRefusedWithFileAndLine() {
    FilePayload bad =
        new FilePayload(
            "pack.zip", "application/zip", "not a zip".getBytes(StandardCharsets.UTF_8));
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      choose(page, bad);
      assertThat(page.locator(".hz-summary")).containsText("zip");
      assertThat(page.locator("h1")).hasText("配置包");
    }
  }

  @Test
  void aPackIsExportedAndRemovedOnceTheLossIsAgreedTo() {
    ShelfPack pack = new ShelfPack("shelf_off");
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      install(page, pack);
      String csrf = page.locator("body").getAttribute("data-csrf");
      for (String name : new String[] {"一号架", "二号架"}) {
        page.request()
            .post(
                "/api/data/shelf_off",
                RequestOptions.create()
                    .setHeader("X-CSRF-Token", csrf)
                    .setHeader("Content-Type", "application/json")
                    .setData(Map.of("name", name)));
      }
      page.navigate("/admin/packs/shelf_off");
      Download file =
          page.waitForDownload(() -> page.click("a[href='/admin/packs/shelf_off/export']"));
      assertThat(file.suggestedFilename()).isEqualTo("shelf_off.zip");

      page.navigate("/admin/packs/shelf_off/uninstall");
      assertThat(page.locator(".hz-fates").first()).containsText("货架");
      assertThat(page.locator(".hz-losses")).containsText("2 行");
      assertThat(page.locator("#approve")).isDisabled();
      page.locator("input[name=destroy]").check();
      page.click("#approve");
      assertThat(page.locator(".hz-toast")).containsText("货架管理");
      assertThat(page.locator("main")).not().containsText("shelf_off");
      assertThat(page.request().get("/api/data/shelf_off").status()).isEqualTo(404);
      assertThat(admin.complaints()).isEmpty();
    }
  }

  private static void install(Page page, ShelfPack pack) {
    choose(page, pack.first());
    assertThat(page.locator("#changes-tree")).containsText("货架");
    page.click("#approve");
    assertThat(page.locator(".hz-done")).containsText("货架管理 1.0.0");
  }

  private static void choose(Page page, FilePayload zip) {
    page.navigate("/admin/packs");
    page.click("[data-open=upload]");
    page.setInputFiles("#pack-zip", zip);
    page.click("#upload button[type=submit]");
  }

  private static void edit(Page page, String path, String input, String value) {
    page.navigate(path);
    page.fill(input, value);
    page.click("[data-submit]");
    page.navigate("/designer/review");
    page.click("#approve");
    assertThat(page.locator(".hz-toast")).containsText("已发布");
  }
}
