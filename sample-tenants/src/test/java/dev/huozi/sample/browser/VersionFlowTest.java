package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.huozi.sample.browser.Browsers.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An administrator looks at what was published, compares, and goes back.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionFlowTest {
  private static final String FIELD = "/designer/product/fields/name";
  private final Browsers browsers = new Browsers();

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void aPublicationIsListedComparedAndRolledBack() {
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate(FIELD);
      String before = page.inputValue("#help_zh");
      String help = "按包装上的写法 " + System.nanoTime();
      page.fill("#help_zh", help);
      page.click("[data-submit]");
      page.navigate("/designer/review");
      page.fill("#reason", "帮助文字更清楚");
      page.click("#approve");
      assertThat(page.locator(".hz-toast")).containsText("已发布");

      page.navigate("/admin/versions");
      assertThat(page.locator("tbody tr").first()).containsText("帮助文字更清楚");
      page.locator("tbody tr").nth(1).locator("a").first().click();
      page.locator("a[href*='/admin/versions/diff']").click();
      assertThat(page.locator("#changes-tree")).containsText(help);
      page.goBack();

      page.locator("a[href$='/rollback']").click();
      assertThat(page.locator("#changes-tree")).containsText(help);
      page.fill("#reason", "又改回来");
      page.click("#approve");
      assertThat(page.locator(".hz-toast")).containsText("已回滚");
      assertThat(page.locator("main")).containsText("又改回来");
      page.navigate(FIELD);
      assertThat(page.locator("#help_zh")).hasValue(before);
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void goingBackNeedsAReason() {
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/admin/versions/2/rollback");
      assertThat(page.locator("#approve")).isDisabled();
      page.locator("input[name=destroy]").check();
      page.click("#approve");
      assertThat(page.url()).endsWith("/admin/versions/2/rollback");
      assertThat(page.locator("#reason:invalid")).hasCount(1);
    }
  }
}
