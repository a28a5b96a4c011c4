package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.huozi.sample.browser.Browsers.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A sales rep with a phone.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitFlowTest {
  private final Browsers browsers = new Browsers();

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void aRepMakesAVisitOnThePhoneAndSeesItInTheList() {
    String summary = "冰柜陈列良好 " + System.nanoTime();
    try (Visitor rep = browsers.visitor(390, 844).logIn("rep01")) {
      Page page = rep.page();
      page.navigate("/a/field_sales/o/visit?view=my_visits");
      page.locator(".hz-plus").click();
      page.locator("#create-menu")
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("新建拜访").setExact(true))
          .click();
      page.locator("hz-lookup [role=combobox]").first().click();
      page.locator(".hz-lookup-list [role=option][data-value]").first().click();
      page.getByLabel("拜访小结").fill(summary);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存").setExact(true))
          .click();
      assertThat(page.locator("h1")).containsText("VS-");
      String number = page.locator("h1").innerText();
      assertThat(page.locator(".hz-toast")).containsText(number);
      page.navigate("/a/field_sales/o/visit?view=all_visits");
      assertThat(page.locator(".hz-cards")).containsText(number);
      assertThat(rep.complaints()).isEmpty();
    }
  }

  @Test
  void whatIsMissingIsSaidBesideTheField() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      Page page = rep.page();
      page.navigate("/o/store/new");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存").setExact(true))
          .click();
      assertThat(page.locator(".hz-summary")).isFocused();
      page.locator(".hz-summary a").first().click();
      assertThat(page.locator("input[name='v.name']")).isFocused();
      assertThat(page.locator("input[name='v.name']")).hasAttribute("aria-invalid", "true");
    }
  }

  @Test
  void aDependentPicklistFollowsTheOneThatControlsIt() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      Page page = rep.page();
      page.navigate("/o/store/new");
      assertThat(page.locator("select[name='v.kind']")).isDisabled();
      page.locator("select[name='v.channel']").selectOption("MT");
      assertThat(page.locator("select[name='v.kind']")).isEnabled();
      assertThat(page.locator("select[name='v.kind'] option[value='hypermarket']")).hasCount(1);
      assertThat(page.locator("select[name='v.kind'] option[value='mompop']")).hasCount(0);
      assertThat(rep.complaints()).isEmpty();
    }
  }

  @Test
  void searchAndFiltersChangeTheAddressAndTheRows() {
    try (Visitor rep = browsers.visitor(1440, 900).logIn("rep01")) {
      Page page = rep.page();
      page.navigate("/a/field_sales/o/store?view=all_stores");
      page.keyboard().press("/");
      assertThat(page.locator("#q")).isFocused();
      page.keyboard().type("zzzznothing");
      assertThat(page.locator("#rows .hz-empty")).isVisible();
      assertThat(page.url()).contains("q=zzzznothing");
      page.goBack();
      assertThat(page.locator("#rows table")).isVisible();
      assertThat(rep.complaints()).isEmpty();
    }
  }

  @Test
  void theShortAddressOfAnObjectLeadsToItsListAndToItsDesigner() {
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      admin.page().navigate("/o/store");
      assertThat(admin.page().locator("h1")).hasText("门店");
      assertThat(admin.page().url()).contains("/a/field_sales/o/store");
      admin.page().navigate("/designer/store");
      assertThat(admin.page().url()).endsWith("/designer/store/fields");
      assertThat(admin.page().navigate("/o/no_such_object").status()).isEqualTo(404);
    }
  }

  @Test
  void twoEditorsOfOneFieldAreAskedWhoseValueStays() {
    try (Visitor one = browsers.visitor(1440, 900).logIn("admin");
        Visitor other = browsers.visitor(1440, 900).logIn("rep01")) {
      one.page().navigate("/a/field_sales/o/store?view=all_stores");
      String record = one.page().locator("table [data-row-link]").first().getAttribute("href");
      one.page().navigate(record + "/edit");
      other.page().navigate(record + "/edit");
      String first = "甲城" + System.nanoTime() % 100_000;
      String second = "乙城" + System.nanoTime() % 100_000;
      one.page().fill("input[name='v.city']", first);
      one.page().locator("[data-submit]").click();
      one.page().waitForURL("**" + record);
      other.page().fill("input[name='v.city']", second);
      other.page().locator("[data-submit]").click();
      assertThat(other.page().locator(".hz-merge")).containsText(first);
      other.page().locator("input[name='m.city'][value=theirs]").check();
      other.page().locator(".hz-merge button[type=submit]").click();
      other.page().waitForURL("**" + record);
      assertThat(other.page().locator(".hz-sheet-grid").first()).not().containsText(second);
    }
  }
}
