package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.huozi.sample.browser.Browsers.Visitor;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Somebody brings a file: sends it, sees where its columns go, tries it, corrects what was
/// refused, loads it and takes it back.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportFlowTest {
  private static final LocatorAssertions.ContainsTextOptions PATIENT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

  private final Browsers browsers = new Browsers();

  @AfterAll
  void close() {
    browsers.close();
  }

  private static void send(Page page, String name, byte[] bytes) {
    page.navigate("/imports?object=product");
    page.setInputFiles("#file", new FilePayload(name, "text/csv", bytes));
    page.click(".hz-upload button[type=submit]");
    page.waitForURL("**/imports/*-*?object=product");
  }

  private static void act(Page page, String action) {
    page.click("button[name=action][value=" + action + "]");
  }

  private void picture(Page page, String name) {
    String folder = System.getProperty("huozi.pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }

  /// What a machine finds wrong with the page for people who do not see or point.
  private static List<String> barriers(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule ->
                page.url() + " " + rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  @Test
  void theWizardIsReadInEnglishAndInTheDarkWithoutAMouse() {
    String code = "DARK-" + System.nanoTime();
    String csv =
        "Product name,Product code,List price\nA,%s-1,1\nB,%s-2,dear\n".formatted(code, code);
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      admin.prefer("en", "dark");
      List<String> barriers = new ArrayList<>();
      page.navigate("/imports?object=product");
      barriers.addAll(barriers(page));
      send(page, "dark.csv", csv.getBytes(StandardCharsets.UTF_8));
      assertThat(page.locator("#c0")).hasValue("name");
      barriers.addAll(barriers(page));
      picture(page, "import-dark");
      page.locator("button[value=check]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("[role=status].hz-pill")).containsText("Tried", PATIENT);
      barriers.addAll(barriers(page));
      page.locator("button[value=start]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("[role=status].hz-pill")).containsText("Done", PATIENT);
      assertThat(page.locator("#import")).containsText("is not a number");
      barriers.addAll(barriers(page));
      picture(page, "import-dark-done");
      page.locator("#import-undo").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("[role=status].hz-pill")).containsText("Undone", PATIENT);
      admin.prefer("zh", "light");
      assertThat(barriers).isEmpty();
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void aFileIsMappedTriedCorrectedLoadedAndTakenBack() {
    String code = "IMP-" + System.nanoTime();
    String csv = "产品名称,产品编码,标准价,在售\n矿泉水,%s-1,\"1,234.50\",是\n苏打水,%s-2,不详,是\n".formatted(code, code);
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      send(page, "产品.csv", csv.getBytes(Charset.forName("GB18030")));
      assertThat(page.locator(".hz-import-facts").first()).containsText("GB18030");
      assertThat(page.locator("#c0")).hasValue("name");
      assertThat(page.locator("#c2")).hasValue("list_price");
      assertThat(page.locator("#key")).hasValue("code");
      picture(page, "import-mapping");

      act(page, "check");
      assertThat(page.locator("[role=status].hz-pill")).containsText("已试运行", PATIENT);
      assertThat(page.locator("#import")).containsText("「标准价」（不详）不是数字");
      picture(page, "import-tried");
      act(page, "start");
      assertThat(page.locator("[role=status].hz-pill")).containsText("已完成", PATIENT);
      assertThat(page.locator(".hz-import-counts")).containsText("产品");
      picture(page, "import-done");

      byte[] refused = page.request().get(page.locator("a[download]").getAttribute("href")).body();
      String corrected = new String(refused, StandardCharsets.UTF_8).replace("不详", "2.5");
      send(page, "改正.csv", corrected.getBytes(StandardCharsets.UTF_8));
      act(page, "start");
      assertThat(page.locator("[role=status].hz-pill")).containsText("已完成", PATIENT);
      page.navigate("/a/crm/o/product?view=all_products&q=" + code);
      assertThat(page.locator("#rows tbody tr")).hasCount(2);
      assertThat(page.locator(".hz-list-export a")).hasCount(3);
      String exported =
          page.request().get(page.locator(".hz-list-export a").first().getAttribute("href")).text();
      assertThat(exported.lines().toList()).hasSize(3);
      assertThat(exported).contains(code + "-1", "1234.50");
      picture(page, "list-export");

      page.navigate("/imports");
      page.locator("tbody a").first().click();
      act(page, "undo");
      assertThat(page.locator("[role=status].hz-pill")).containsText("已撤销", PATIENT);
      page.navigate("/a/crm/o/product?view=all_products&q=" + code);
      assertThat(page.locator("#rows tbody tr")).hasCount(1);
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void theBarMovesWhileALargeFileIsLoadedAndTheImportCanBePaused() {
    String code = "BAR-" + System.nanoTime();
    StringBuilder csv = new StringBuilder("产品名称,产品编码\n");
    for (int i = 0; i < 60_000; i++) {
      csv.append("产品 ").append(i).append(',').append(code).append('-').append(i).append('\n');
    }
    try (Visitor admin = browsers.visitor(390, 844).logIn("admin")) {
      Page page = admin.page();
      send(page, "large.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing wider than the phone")
          .isTrue();
      picture(page, "import-phone");
      act(page, "start");
      Locator bar = page.locator("#import progress");
      List<Integer> seen = new ArrayList<>();
      for (int i = 0;
          i < 600 && !page.locator("[role=status].hz-pill").textContent().contains("已完成");
          i++) {
        Integer value =
            bar.count() == 0 ? null : (Integer) bar.first().evaluate("bar => bar.value");
        if (value != null && (seen.isEmpty() || !seen.getLast().equals(value))) {
          seen.add(value);
        }
        page.waitForTimeout(100);
      }
      assertThat(seen).as("places of the bar").isSorted().hasSizeGreaterThan(2);
      assertThat(page.locator("[role=status].hz-pill")).containsText("已完成", PATIENT);
      picture(page, "import-phone-done");
      act(page, "undo");
      assertThat(page.locator("[role=status].hz-pill")).containsText("已撤销", PATIENT);
      assertThat(admin.complaints()).isEmpty();
    }
  }
}
