package dev.huozi.sample.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import dev.huozi.sample.AppUnderTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One browser for a test class, a fresh context for each visitor. Debian's chromium; nothing is
/// downloaded.
///
/// `-Dhuozi.browser.url=http://127.0.0.1:8420` looks at a server that runs already instead of
/// starting one.
final class Browsers implements AutoCloseable {
  static final String TENANT = "qinghequan";
  static final String PASSWORD = "huozi-demo-2026";
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final String url;

  Browsers() {
    if (!Files.isExecutable(CHROMIUM)) {
      throw new IllegalStateException(
          "Browser tests need (%s). Install it (on Debian: apt-get install chromium fonts-noto-cjk)."
              .formatted(CHROMIUM));
    }
    String running = System.getProperty("huozi.browser.url");
    url = running == null ? trimmed(AppUnderTest.sharedWithDemo().url("")) : running;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
  }

  /// Address of a page.
  String url(String path) {
    return url + path;
  }

  /// Somebody with a window of that size; what the browser complains about is kept.
  Visitor visitor(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setBaseURL(url)
                .setLocale("zh-CN")
                .setReducedMotion(ReducedMotion.REDUCE));
    return new Visitor(context, context.newPage());
  }

  /// A picture in the folder `-Dhuozi.pages`, where one is named.
  static void keep(Page page, String name) {
    String folder = System.getProperty("huozi.pages");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static String trimmed(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /// A person at a browser.
  static final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(BrowserContext context, Page page) {
      this.context = context;
      this.page = page;
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") || message.type().equals("warning")) {
          complaints.add(page.url() + " console: " + message.text());
        }
      });
      page.onPageError(error -> complaints.add(page.url() + " script: " + error));
    }

    Page page() {
      return page;
    }

    /// What the console said, scripts threw or the content policy refused.
    List<String> complaints() {
      return complaints;
    }

    Visitor logIn(String user) {
      return logIn(TENANT, user);
    }

    Visitor logIn(String tenant, String user) {
      page.navigate("/login");
      page.fill("#tenant", tenant);
      page.fill("#user", user);
      page.fill("#password", PASSWORD);
      page.click("button[type=submit]");
      page.waitForSelector("#main");
      return this;
    }

    /// The language and theme by which this person looks at pages from now on.
    void prefer(String language, String theme) {
      page.navigate("/designer");
      page.evaluate(
          """
          async ([language, theme]) => {
            const body = new URLSearchParams({ csrf: document.body.dataset.csrf, language, theme, next: '/' });
            await fetch('/preferences', { method: 'POST', body });
          }\
          """,
          List.of(language, theme));
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
