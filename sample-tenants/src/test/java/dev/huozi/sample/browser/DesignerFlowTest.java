package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import dev.huozi.sample.browser.Browsers.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An administrator changes the model; everybody sees it at once.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignerFlowTest {
  private final Browsers browsers = new Browsers();

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void aNewFieldIsAtOnceInFormListApiAndOpenApi() {
    String name = "fridges_" + System.nanoTime() % 1_000_000;
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/designer/store/fields/new?type=number");
      page.fill("#label_zh", "冰柜数量");
      page.fill("#label_en", "Fridges");
      assertThat(page.locator("#preview")).containsText("冰柜数量");
      page.fill("#name", name);
      page.locator("[data-submit]").click();
      assertThat(page.locator("#fields")).containsText(name);
      page.navigate("/designer/review");
      assertThat(page.locator("main")).containsText("冰柜数量");
      assertThat(page.locator(".hz-sql").first()).containsText("add column");
      assertThat(page.locator(".hz-sql-facts").first()).containsText("ACCESS EXCLUSIVE");
      page.locator(".hz-publish button[type=submit]").click();
      assertThat(page.locator(".hz-toast")).containsText("已发布");

      page.navigate("/o/store/new");
      assertThat(page.locator("input[name='v." + name + "']")).hasCount(1);
      page.navigate("/a/field_sales/o/store?view=all_stores");
      assertThat(page.locator("#rows thead")).containsText("冰柜数量");
      APIResponse meta = page.request().get("/api/meta/object/store");
      assertThat(meta.text()).contains(name);
      APIResponse data = page.request().get("/api/data/store?fields=" + name + "&limit=1");
      assertThat(data.status()).isEqualTo(200);
      assertThat(page.request().get("/api/openapi.json").text()).contains(name);
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void whatTheModelRefusesIsSaidInTheForm() {
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/designer/store/fields/new?type=text");
      page.fill("#label_zh", "标".repeat(201));
      page.fill("#name", "too_long_label");
      page.locator("[data-submit]").click();
      assertThat(page.locator(".hz-summary")).containsText("200");
      page.navigate("/designer/review");
      assertThat(page.locator("main")).not().containsText("too_long_label");
    }
  }

  @Test
  void theDesignerIsForAdministratorsOnly() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      rep.page().navigate("/designer");
      assertThat(rep.page().locator(".hz-error-status")).containsText("403");
      assertThat(rep.page().locator("h1")).hasCount(1);
    }
  }
}
