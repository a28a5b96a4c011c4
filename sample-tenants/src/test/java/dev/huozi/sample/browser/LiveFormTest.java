package dev.huozi.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.huozi.sample.ApiClient;
import dev.huozi.sample.AppUnderTest;
import dev.huozi.sample.browser.Browsers.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A form reacts while it is filled in, as its rules and conditions say.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFormTest {
  private static final String OBJECT = "live_deal";

  private final Browsers browsers = new Browsers();
  private final ApiClient api =
      new ApiClient(AppUnderTest.sharedWithDemo())
          .login(Browsers.TENANT, "admin", Browsers.PASSWORD);

  @AfterAll
  void close() {
    browsers.close();
  }

  @BeforeAll
  void model() {
    publish(
        "object",
        """
        name: live_deal
        label: {zh: 活动商机, en: Live deal}
        nameField: name
        fields:
          - {name: name, label: {zh: 名称, en: Name}, type: text, required: true}
          - {name: amount, label: {zh: 金额, en: Amount}, type: number}
          - {name: bonus, label: {zh: 奖金, en: Bonus}, type: number, defaultFormula: amount * 2}
          - {name: discount, label: {zh: 折扣, en: Discount}, type: number, readOnly: amount < 10}
          - {name: reason, label: {zh: 理由, en: Reason}, type: text, required: discount > 5}
          - {name: tag, label: {zh: 标签, en: Tag}, type: text}
          - {name: remark, label: {zh: 备注, en: Remark}, type: text}
        """,
        "layout",
        """
        name: live_deal
        object: live_deal
        sections:
          - {name: basic, label: {zh: 基本, en: Basic}, fields: [name, amount, bonus, discount, reason, tag]}
          - {name: large, label: {zh: 大额信息, en: Large}, when: amount > 1000, fields: [remark]}
        """,
        "rule",
        "{name: live_trim, object: live_deal, level: set, when: NOT(ISBLANK(tag)), sets: {tag:"
            + " UPPER(tag)}}",
        "rule",
        """
        {name: live_most, object: live_deal, level: block, when: discount > amount,
         message: {zh: 折扣不能超过金额, en: Discount is above the amount}, fields: [discount]}
        """,
        "rule",
        """
        {name: live_high, object: live_deal, level: warn, when: amount > 5000,
         message: {zh: 金额偏高, en: The amount is high}, fields: [amount]}
        """);
  }

  private void publish(String... kindsAndTexts) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode changes = body.putArray("changes");
    Load yaml = new Load(LoadSettings.builder().build());
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < kindsAndTexts.length; i += 2) {
      ObjectNode put = changes.addObject().putObject("put");
      put.put("kind", kindsAndTexts[i])
          .set("body", json.valueToTree(yaml.loadFromString(kindsAndTexts[i + 1])));
    }
    body.set("baseVersion", api.post("/api/meta/plan", body).body().path("baseVersion"));
    ApiClient.Answer answer = api.post("/api/meta/publish", body);
    assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
  }

  private static String input(String field) {
    return "[name='v." + field + "']:not([type=hidden])";
  }

  private static String section(String name) {
    return "[data-section=" + name + "]";
  }

  @Test
  void valuesConditionsAndMessagesFollowTheTypingWithoutDisturbingIt() {
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/o/live_deal/new");
      assertThat(page.locator(section("large"))).isHidden();
      page.fill(input("name"), "甲");
      page.focus(input("amount"));
      page.keyboard().type("6000");
      assertThat(page.locator(section("large"))).isVisible();
      assertThat(page.locator(input("bonus"))).hasValue("12000");
      assertThat(page.locator(".hz-note-warn")).hasText("金额偏高");
      assertThat(page.locator("#form-told")).containsText("大额信息");
      assertThat(page.locator(input("amount"))).isFocused();
      // The caret stays where it is.
      page.keyboard().press("Home");
      page.keyboard().type("1");
      assertThat(page.locator(input("bonus"))).hasValue("32000");
      page.keyboard().type("2");
      assertThat(page.locator(input("amount"))).hasValue("126000");
      page.fill(input("bonus"), "7");
      page.fill(input("amount"), "600");
      assertThat(page.locator(section("large"))).isHidden();
      assertThat(page.locator(input("bonus"))).hasValue("7");
      page.fill(input("discount"), "700");
      assertThat(page.locator(".hz-note")).hasText("折扣不能超过金额");
      assertThat(page.locator(input("reason"))).hasAttribute("aria-required", "true");
      page.fill(input("discount"), "6");
      assertThat(page.locator(".hz-note")).hasCount(0);
      page.fill(input("amount"), "5");
      assertThat(page.locator(input("discount"))).isDisabled();
      assertThat(page.locator(input("discount"))).hasValue("");
      page.fill(input("amount"), "600");
      assertThat(page.locator(input("discount"))).isEnabled();
      assertThat(page.locator(input("discount"))).hasValue("6");
      page.focus(input("tag"));
      page.keyboard().type("abc");
      page.keyboard().press("Tab");
      assertThat(page.locator(input("tag"))).hasValue("ABC");
      page.locator("[data-submit]").click();
      assertThat(page.locator(".hz-summary")).containsText("理由");
      page.fill(input("reason"), "老客户");
      page.locator("[data-submit]").click();
      assertThat(page.locator("main")).containsText("ABC");
      assertThat(page.locator("main")).containsText("老客户");
      assertThat(page.locator("main")).not().containsText("大额信息");
      assertThat(admin.complaints().stream().filter(line -> !line.contains("422"))).isEmpty();
    }
  }

  @Test
  void onlyFieldsThatSomethingReadsAskAndLateAnswersAreDropped() {
    try (Visitor admin = browsers.visitor(390, 844).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/o/live_deal/new");
      AtomicInteger asked = new AtomicInteger();
      List<Route> held = new ArrayList<>();
      page.route(
          "**/o/live_deal/live",
          route -> {
            if (asked.incrementAndGet() == 1) {
              held.add(route); // the first answer takes its time
            } else {
              route.resume();
            }
          });
      page.fill(input("name"), "乙");
      page.fill(input("reason"), "无");
      page.fill(input("amount"), "9000");
      page.waitForCondition(() -> asked.get() == 1);
      page.fill(input("amount"), "20");
      assertThat(page.locator(input("bonus"))).hasValue("40");
      held.forEach(Route::resume);
      page.fill(input("amount"), "30");
      assertThat(page.locator(input("bonus"))).hasValue("60");
      assertThat(page.locator(section("large"))).isHidden();
      assertThat(page.locator(".hz-note")).hasCount(0);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .isNotPositive();
      assertThat(asked.get()).isEqualTo(3);
    }
  }

  @Test
  void whatWasTypedWhileTheServerThoughtIsNotOverwritten() {
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/o/live_deal/new");
      List<Route> held = new ArrayList<>();
      page.route("**/o/live_deal/live", held::add);
      page.fill(input("name"), "丁");
      page.fill(input("amount"), "6000");
      page.waitForCondition(() -> !held.isEmpty());
      page.fill(input("bonus"), "7");
      page.focus(input("name"));
      page.unroute("**/o/live_deal/live");
      held.forEach(Route::resume);
      assertThat(page.locator(section("large"))).isVisible();
      assertThat(page.locator(input("bonus"))).hasValue("7");
    }
  }

  @Test
  void aStoredRecordReactsInTheSameWayAndHiddenValuesAreKept() {
    ObjectNode deal = JsonNodeFactory.instance.objectNode();
    deal.put("name", "丙").put("amount", 3000).put("remark", "不丢");
    String id = api.post("/api/data/" + OBJECT, deal).body().path("id").asText();
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/o/live_deal/" + id);
      assertThat(page.locator("main")).containsText("不丢");
      page.navigate("/o/live_deal/" + id + "/edit");
      assertThat(page.locator(section("large"))).isVisible();
      page.fill(input("remark"), "换了");
      page.fill(input("amount"), "50");
      assertThat(page.locator(section("large"))).isHidden();
      page.locator("[data-submit]").click();
      page.waitForURL("**/o/live_deal/" + id);
      assertThat(page.locator("main")).not().containsText("大额信息");
      assertThat(api.get("/api/data/live_deal/" + id).body().path("remark").asText())
          .isEqualTo("不丢");
    }
  }
}
