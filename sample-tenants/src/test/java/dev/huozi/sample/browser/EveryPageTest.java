package dev.huozi.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import dev.huozi.sample.browser.Browsers.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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

  private static final String SECOND = "second";

  /// Makes another administrator; the answer is the status, 409 where it is there already.
  private static final String SECOND_ADMIN =
      """
      async ([user, password]) => {
        const headers = {
          'Content-Type': 'application/json', 'X-CSRF-Token': document.body.dataset.csrf,
        };
        const body = JSON.stringify({ user, name: '副管理员', role: 'admin', password });
        return (await fetch('/api/accounts', { method: 'POST', headers, body })).status;
      }\
      """;

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
    try (Browsers browsers = new Browsers();
        Visitor admin = browsers.visitor(1440, 900).logIn("admin")) {
      Page page = admin.page();
      page.navigate("/a/field_sales/o/store?view=all_stores");
      String record = page.locator("table [data-row-link]").first().getAttribute("href");
      pages.addAll(List.of(record, record + "/edit", record + "/delete"));
      assertThat((int) page.evaluate(SECOND_ADMIN, List.of(SECOND, Browsers.PASSWORD)))
          .isIn(201, 409);
    }
  }

  /// How somebody looks at pages.
  private record Look(String language, String theme, int width) {
    static List<Look> all() {
      return Stream.of("zh", "en")
          .flatMap(language ->
              Stream.of("light", "dark")
                  .flatMap(
                      theme -> Stream.of(1440, 390).map(width -> new Look(language, theme, width))))
          .toList();
    }

    /// Half of all looks, in which each two of language, theme and width meet in all their values:
    /// words that do not fit, colours without contrast and what only a phone hides depend on two of
    /// them at most.
    boolean isOfThePairs() {
      return language.equals("zh") ^ theme.equals("light") ^ width == 1440;
    }

    String lang() {
      return language.equals("zh") ? "zh-Hans" : "en";
    }
  }

  @Test
  void everyPageIsAccessibleAndQuiet() {
    look(Look.all().stream().filter(Look::isOfThePairs).toList());
  }

  @Test
  @Tag("long")
  void everyPageIsAccessibleAndQuietInTheOtherLooks() {
    look(Look.all().stream().filter(look -> !look.isOfThePairs()).toList());
  }

  /// Two people at once, each with an account and a browser: a preference belongs to its account.
  private void look(List<Look> looks) {
    try (var threads = Executors.newFixedThreadPool(2)) {
      int half = looks.size() / 2;
      List<Future<List<String>>> both =
          List.of(
              threads.submit(() -> wrong("admin", looks.subList(0, half))),
              threads.submit(() -> wrong(SECOND, looks.subList(half, looks.size()))));
      assertThat(both.stream().flatMap(one -> finished(one).stream())).isEmpty();
    }
  }

  private static List<String> finished(Future<List<String>> work) {
    try {
      return work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> wrong(String user, List<Look> looks) {
    List<String> wrong = new ArrayList<>();
    try (Browsers browsers = new Browsers()) {
      for (Look look : looks) {
        int height = look.width() == 390 ? 844 : 900;
        try (Visitor admin = browsers.visitor(look.width(), height)) {
          admin.page().navigate("/login");
          check(admin.page(), look + " /login", wrong);
          admin.logIn(user).prefer(look.language(), look.theme());
          for (String path : pages) {
            see(admin.page(), path, look, wrong);
          }
          admin.complaints().stream().filter(text -> !text.contains("404")).forEach(wrong::add);
          admin.prefer("zh", "light");
        }
      }
    }
    return wrong;
  }

  private static void see(Page page, String path, Look look, List<String> wrong) {
    page.navigate(path);
    check(page, look + " " + path, wrong);
    if (!page.locator("html").getAttribute("data-bs-theme").equals(look.theme())) {
      wrong.add(look + " " + path + ": not " + look.theme());
    }
    if (!page.locator("html").getAttribute("lang").equals(look.lang())) {
      wrong.add(look + " " + path + ": not in " + look.lang());
    }
  }

  /// The pages have no frames, so axe needs no page of its own to put its findings together.
  private static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).withTags(RULES).setLegacyMode(true);
  }

  private static void check(Page page, String path, List<String> wrong) {
    for (Rule rule : axe(page).analyze().getViolations()) {
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
