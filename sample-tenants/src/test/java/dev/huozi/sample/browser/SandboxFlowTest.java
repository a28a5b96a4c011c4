package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.huozi.sample.browser.Browsers.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An administrator makes a sandbox, tries something out in it, takes it home, removes it.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxFlowTest {
  private static final LocatorAssertions.ContainsTextOptions MINUTE =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static final String PUBLISH =
      """
      async (name) => {
        const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': document.body.dataset.csrf };
        const put = { kind: 'optionset', body: { name, label: { zh: '心情', en: 'Mood' },
          values: [{ code: 'good', label: { zh: '好', en: 'Good' } }] } };
        const changes = { changes: [{ put }], reason: 'try' };
        const send = async (path, body) => (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
        const plan = await send('/api/meta/plan', changes);
        return send('/api/meta/publish', { ...changes, baseVersion: plan.baseVersion });
      }
      """;

  private final Browsers browsers = new Browsers();

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void whatIsTriedInASandboxComesHome() {
    String set = "mood_" + System.nanoTime() % 1_000_000;
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/admin/sandboxes");
      page.locator("[data-open=new-sandbox]").click();
      page.fill("#sandbox-name", "升级试用");
      page.locator("#new-sandbox button[type=submit]").click();
      Locator card = page.locator("#sandboxes .hz-pack");
      assertThat(card).containsText("qinghequan-sandbox");
      assertThat(card).containsText("就绪", MINUTE);
      assertThat(page.locator("progress")).hasCount(0);
      Browsers.keep(page, "sandboxes");

      tryInside(set);
      card.locator("h2 a").click();
      assertThat(page.locator("main")).containsText(set);
      Browsers.keep(page, "sandbox-trial");
      page.locator("#approve").click();
      assertThat(page.locator("main")).containsText("没有需要应用的变更");
      page.navigate("/designer/optionsets/" + set);
      assertThat(page.locator("h1")).hasCount(1);

      page.navigate("/admin/sandboxes");
      page.locator("#sandboxes [data-open^=delete]").click();
      page.locator("#sandboxes dialog button[type=submit]").click();
      assertThat(page.locator("#sandboxes")).containsText("还没有沙箱", MINUTE);
      assertThat(admin.complaints()).isEmpty();
    }
  }

  /// A new option set, by the API of the sandbox.
  private void tryInside(String set) {
    try (Visitor inside = browsers.visitor(390, 844).logIn("qinghequan-sandbox", "admin")) {
      Page page = inside.page();
      assertThat(page.locator(".hz-sandbox")).containsText("沙箱");
      Browsers.keep(page, "inside-phone");
      page.navigate("/admin/sandboxes");
      assertThat(page.locator("main")).containsText("这里本身就是沙箱");
      page.navigate("/designer/optionsets");
      page.evaluate(PUBLISH, set);
      assertThat(inside.complaints()).isEmpty();
    }
  }
}
