package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.huozi.sample.browser.Browsers.Visitor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Somebody filters a list: by rows, by a formula, by address.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterFlowTest {
  private static final String LIST = "/a/field_sales/o/store?view=all_stores";
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private final Browsers browsers = new Browsers();

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void rowsBecomeTheFilterOfTheAddressAndComeBackFromIt() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      Page page = rep.page();
      page.navigate(LIST);
      page.click("[data-toggle=builder]");
      page.selectOption("[name='c0.f']", "grade");
      page.locator(".hz-code").filter(new Locator.FilterOptions().setHasText("A")).first().click();
      page.click("#builder button[value=add]");
      page.selectOption("[name='c1.f']", "updated_at");
      page.fill("[name='c1.v']", "x");
      page.press("[name='c1.v']", "Enter");
      assertThat(page.locator("#builder .hz-error")).containsText("天数");
      page.fill("[name='c1.v']", "3650");
      page.press("[name='c1.v']", "Enter");

      assertThat(page.locator(".hz-applied")).containsText("在最近 3650 天");
      page.waitForURL(Pattern.compile(".*[?&]f=.*"));
      assertThat(URLDecoder.decode(page.url(), StandardCharsets.UTF_8).replace('+', ' '))
          .contains("grade in (\"A\")", ">= $Today - 3650");
      assertThat(page.locator("#rows tbody tr").first()).isVisible();
      page.reload();
      assertThat(page.locator("[name='c1.v']")).hasValue("3650");
      assertThat(page.locator(".hz-applied li")).hasCount(2);
      clean(page);
      Browsers.keep(page, "filter-rows");
      page.click(".hz-applied a");
      assertThat(page.locator(".hz-applied")).hasCount(0);
      assertThat(rep.complaints()).isEmpty();
    }
  }

  @Test
  void aFormulaIsCompletedCorrectedAndTriedInTheEditor() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      Page page = rep.page();
      page.navigate(LIST + "&f=" + encoded("LEN(name) > 2"));
      assertThat(page.locator(".hz-applied")).containsText("LEN(name) > 2");
      page.click("[data-toggle=builder]");
      Locator editor = page.locator("#builder .cm-content");
      editor.click();
      page.keyboard().press("Control+a");
      page.keyboard().type("onwer = $User and gra");
      page.locator(".cm-tooltip-autocomplete li").first().click();
      page.keyboard().press("End");
      page.keyboard().type(" = \"A");
      page.keyboard().press("Escape");
      page.locator("[data-problems] .hz-btn").first().click();
      assertThat(page.locator("[data-problems] li")).hasCount(0);
      assertThat(page.locator("[data-type]")).containsText("是/否");
      assertThat(page.locator("#filter-text"))
          .hasValue(Pattern.compile("owner = \\$User and (grade|门店等级) = \"A\""));
      page.click("[data-spell=en]");
      assertThat(page.locator("#filter-text")).hasValue("owner = $User and grade = \"A\"");
      page.click("[data-spell=zh]");
      assertThat(page.locator("#filter-text")).hasValue("负责人 = $User and 门店等级 = \"A\"");
      assertThat(page.locator("[data-uses] [data-count]")).hasText("2");

      page.click("[data-try] summary");
      page.locator("[data-try] [role=combobox]").click();
      page.locator("[data-try] [role=option]").first().click();
      assertThat(page.locator(".hz-outcome-value")).containsText(Pattern.compile("[是否]"));
      clean(page);
      Browsers.keep(page, "filter-formula");
      page.click("[data-apply]");
      assertThat(page.locator(".hz-applied li")).hasCount(2);
      assertThat(rep.complaints()).isEmpty();
    }
  }

  @Test
  void namesOfSalesforceAreReplacedWhenTheyArePasted() {
    try (Visitor rep = browsers.visitor(390, 844).logIn("rep01")) {
      rep.prefer("zh-CN", "dark");
      Page page = rep.page();
      rep.complaints().clear(); // the designer refuses a representative
      page.navigate(LIST);
      page.click("[data-toggle=builder]");
      page.click("#builder button[value=text]");
      page.locator("#builder .cm-content").click();
      page.evaluate(
          """
          () => {
            const data = new DataTransfer();
            data.setData('text/plain', 'OwnerId = $User.Id && Visits__c > 1');
            document.querySelector('#builder .cm-content').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
          }\
          """);
      assertThat(page.locator("#filter-text")).hasValue("owner = $User && Visits__c > 1");
      assertThat(page.locator("[data-problems] li")).containsText("Visits__c");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      page.locator("#builder .cm-content").click();
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.closest('.cm-content') === null"))
          .isEqualTo(true);
      clean(page);
      Browsers.keep(page, "filter-phone");
      assertThat(rep.complaints()).isEmpty();
    }
  }

  @Test
  void theBuilderWorksWithoutAScript() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      String address = "/a/field_sales/o/store/filter?view=all_stores&c0.f=grade&c0.o=any_of";
      String applied = rep.page().request().get(address + "&c0.v=B&do=apply").url();
      assertThat(URLDecoder.decode(applied, StandardCharsets.UTF_8)).contains("f=grade in (\"B\")");
      String again = rep.page().request().get(address + "&do=apply").text();
      assertThat(again).contains("<html", "请选择至少一项", "name=\"c0.v\"");
      String more = rep.page().request().get(address + "&do=group").text();
      assertThat(more).contains("name=\"c1.0.f\"", "name=\"c1.1.f\"", "name=\"c1.j\"");
    }
  }

  @Test
  void aFilteredListIsKeptAsAViewOfOnesOwn() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      Page page = rep.page();
      page.navigate(LIST + "&f=" + encoded("grade = \"A\""));
      page.click(".hz-save-menu summary");
      assertThat(page.locator("[name=for]")).hasCount(0); // not for representatives
      page.fill("#view-label", "重点跟进门店");
      clean(page);
      Browsers.keep(page, "view-save");
      page.press("#view-label", "Enter");
      Locator tab = page.locator(".hz-tab[aria-current=page]");
      assertThat(tab).containsText("重点跟进门店");
      assertThat(page.locator(".hz-applied .hz-pill")).hasCount(0);

      page.navigate(page.url().replace("f=", "sort=-name&f="));
      assertThat(page.locator(".hz-applied .hz-pill")).hasCount(1);
      page.click(".hz-save-view button[value=update]");
      assertThat(page.locator(".hz-applied .hz-pill")).hasCount(0);
      assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
      page.navigate(LIST);
      page.locator(".hz-tab", new Page.LocatorOptions().setHasText("重点跟进门店")).click();
      assertThat(page.locator(".hz-applied li")).hasCount(1);
      assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
      clean(page);
      page.click(".hz-save-view button[value=delete]");
      assertThat(page.locator(".hz-tab", new Page.LocatorOptions().setHasText("重点跟进门店")))
          .hasCount(0);
      assertThat(rep.complaints()).isEmpty();
    }
  }

  @Test
  void aLookupOffersOnlyWhatItsFilterAllows() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      Page page = rep.page();
      page.navigate("/o/account/new");
      page.click("[data-narrowed=parent]");
      Locator offers = page.locator(".hz-lookup-list [data-value]");
      assertThat(offers.first()).isVisible();
      String other = offers.first().getAttribute("data-value");
      String id = other.substring(other.indexOf(':') + 1);
      page.navigate("/o/account/" + id + "/edit");
      page.click("[data-narrowed=parent]");
      assertThat(offers.first()).isVisible();
      assertThat(page.locator(".hz-lookup-list [data-value='" + other + "']")).hasCount(0);
      assertThat(rep.complaints()).isEmpty();
    }
  }

  private static void clean(Page page) {
    assertThat(
            new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                    .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml()))
        .isEmpty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
