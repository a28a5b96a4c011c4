package dev.huozi.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import dev.huozi.sample.browser.Browsers.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of page in both languages, both themes, on desktop and phone: accessible, quiet,
/// within the screen, worded.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  /// A word without a text shows its key (`pack_edits`), a template that was not filled in its
  /// braces. Looks at every text and every worded attribute of the page; left aside are API names
  /// (in `code` or `data-names`), program text, and what people typed (`data-typed`).
  private static final String UNTRANSLATED =
      """
      () => {
        const aside = 'code, pre, kbd, script, style, textarea, .hz-mono, [data-names], [data-typed]';
        const texts = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!node.parentElement.closest(aside)) texts.push(node.data);
        }
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
          document.querySelectorAll(`[${name}]`).forEach((element) => {
            if (!element.closest(aside)) texts.push(element.getAttribute(name));
          });
        }
        const key = /(?<![\\w./-])[a-z][a-z0-9]*(_[a-z0-9]+)+(?![\\w./-])/g;
        const braces = /\\{(?!(yyyy|yy|MM|dd|0+)\\})[^}]*\\}?/g;
        const other = /\\b(msg|t):[a-z]+|NOT_FOUND/g;
        return texts.flatMap((text) =>
          [key, braces, other].flatMap((pattern) => text.match(pattern) ?? []));
      }\
      """;

  private final Browsers browsers = new Browsers();
  private final List<String> pages = new ArrayList<>();

  @BeforeAll
  void findOneOfEach() {
    pages.addAll(
        List.of(
            "/a/field_sales/o/store?view=all_stores",
            "/a/field_sales/o/store?view=all_stores&q=zzzznothing",
            "/a/field_sales/o/store?view=all_stores&f=grade+%3D%3D%3D",
            "/a/field_sales/o/visit?view=all_visits",
            "/o/store/new",
            "/o/visit/new",
            "/designer",
            "/designer/new-object",
            "/designer/store/fields",
            "/designer/store/fields/new",
            "/designer/store/fields/new?type=picklist",
            "/designer/store/fields/channel",
            "/designer/optionsets",
            "/designer/optionsets/store_channel",
            "/designer/review",
            "/admin/packs",
            "/admin/packs/visit",
            "/admin/packs/system",
            "/imports",
            "/admin/versions",
            "/admin/versions/3",
            "/admin/versions/diff?from=1&to=3",
            "/admin/versions/2/rollback",
            "/designer/uses?kind=object&name=store&field=channel",
            "/admin/accounts",
            "/admin/sandboxes",
            "/jump?q=%E5%BA%97",
            "/no-such-page"));
    try (Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/a/field_sales/o/store?view=all_stores");
      String record = page.locator("table [data-row-link]").first().getAttribute("href");
      pages.addAll(List.of(record, record + "/edit", record + "/delete"));
    }
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  static Stream<Arguments> looks() {
    return Stream.of("zh", "en")
        .flatMap(language -> Stream.of("light", "dark").map(theme -> List.of(language, theme)))
        .flatMap(look ->
            Stream.of(1440, 390)
                .map(width -> Arguments.of(look.getFirst(), look.getLast(), width)));
  }

  @ParameterizedTest(name = "{0} {1} {2} px")
  @MethodSource("looks")
  void everyPageIsAccessibleAndQuiet(String language, String theme, int width) {
    List<String> wrong = new ArrayList<>();
    try (Visitor admin = browsers.visitor(width, width == 390 ? 844 : 900)) {
      admin.page().navigate("/login");
      check(admin.page(), "/login", wrong);
      admin.logIn("admin").prefer(language, theme);
      for (String path : pages) {
        admin.page().navigate(path);
        check(admin.page(), path, wrong);
        if (!admin.page().locator("html").getAttribute("data-bs-theme").equals(theme)) {
          wrong.add(path + ": not " + theme);
        }
        String lang = language.equals("zh") ? "zh-Hans" : "en";
        if (!admin.page().locator("html").getAttribute("lang").equals(lang)) {
          wrong.add(path + ": not in " + lang);
        }
      }
      admin.complaints().stream().filter(text -> !text.contains("404")).forEach(wrong::add);
      admin.prefer("zh", "light");
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(Page page, String path, List<String> wrong) {
    for (Rule rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
      wrong.add(path + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml());
    }
    if ((int) page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0) {
      wrong.add(path + ": wider than the screen");
    }
    if (page.locator("h1").count() != 1) {
      wrong.add(path + ": " + page.locator("h1").count() + " h1");
    }
    if (page.title().isBlank()) {
      wrong.add(path + ": no title");
    }
    if (page.evaluate(UNTRANSLATED) instanceof List<?> found && !found.isEmpty()) {
      wrong.add(path + ": untranslated " + found);
    }
  }
}
