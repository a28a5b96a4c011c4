package dev.huozi.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.i18n.Messages;
import dev.huozi.ui.designer.DesignerSamples;
import dev.huozi.ui.error.ProblemBody;
import dev.huozi.ui.form.FormSamples;
import dev.huozi.ui.load.ImportSamples;
import dev.huozi.ui.login.LoginPage;
import dev.huozi.ui.page.account.AccountSamples;
import dev.huozi.ui.page.pack.PackSamples;
import dev.huozi.ui.page.sandbox.SandboxSamples;
import dev.huozi.ui.page.version.VersionSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every template with made-up data. `-Dhuozi.pages=<folder>` writes the pages there, to be looked
/// at.
@Tag("fast")
class TemplatesTest {
  private static final Locale ZH = Messages.LANGUAGES.getFirst();
  private final Rendering rendering = new Rendering(ZH);
  private final Shell shell = Samples.shell(ZH, "light");

  @Test
  void everyPageIsDrawnInBothLanguagesAndThemes() throws IOException {
    for (Locale locale : Messages.LANGUAGES) {
      for (String theme : new String[] {"light", "dark"}) {
        for (Map.Entry<String, String> page : pages(locale, theme).entrySet()) {
          assertThat(page.getValue())
              .as(page.getKey())
              .containsOnlyOnce("<h1")
              .contains("data-bs-theme=\"" + theme + "\"");
          assertThat(page.getValue())
              .as("no inline script or style in (%s)", page.getKey())
              .doesNotContain(" style=", " onclick=", "<style", "javascript:");
          keep(page.getKey() + "-" + locale.getLanguage() + "-" + theme, page.getValue());
        }
      }
    }
  }

  @Test
  void textsOfRecordsAreEscaped() {
    String html = rendering.page("list", Samples.list(1), shell);
    assertThat(html).contains("&lt;b&gt;&amp;").doesNotContain("<b>&");
  }

  @Test
  void aValueIsDrawnByItsVariant() {
    assertThat(value(new ValueView.Pill("合作中", "green"))).contains("hz-pill-green", "合作中");
    assertThat(value(new ValueView.Link("三江", "/o/store/1")))
        .contains("<a href=\"/o/store/1\">三江</a>");
    assertThat(value(new ValueView.Telephone("+86 (574) 8700-1234")))
        .contains("tel:+8657487001234");
    assertThat(value(new ValueView.Blank())).contains("—");
    assertThat(value(new ValueView.Mail("<x>@y"))).contains("mailto:&lt;x&gt;@y");
  }

  @Test
  void theRowsOfAListAreServedAlone() {
    String rows = rendering.fragment("list", "rows", Samples.list(2), shell);
    assertThat(rows).contains("id=\"rows\"", "顺发批发部").doesNotContain("<html", "hz-filters");
  }

  @Test
  void anEmptyListOffersOneAction() {
    String html = rendering.fragment("list", "rows", Samples.list(0), shell);
    assertThat(html).contains("还没有门店", "/o/store/new").doesNotContain("<table");
  }

  @Test
  void aFieldTiesLabelErrorAndHelpToItsInput() {
    String html =
        rendering.part(
            "part/field",
            Map.of(
                "field",
                FormSamples.fields().getFirst(),
                "assets",
                Rendering.ASSETS,
                "oob",
                false));
    assertThat(html)
        .contains(
            "for=\"f1\"",
            "id=\"f1\"",
            "aria-invalid=\"true\"",
            "aria-describedby=\"f1-error\"",
            "请填写门店名称。");
  }

  @Test
  void aFormulaIsWrittenIntoATextAreaWithoutAnyScript() {
    String html =
        rendering.part(
            "tags/formula-input",
            Map.of(
                "id",
                "f",
                "name",
                "filter",
                "value",
                "a < \"b\"",
                "label",
                "条件",
                "object",
                "store",
                "purpose",
                "filter",
                "error",
                "没有这个字段"));
    assertThat(html)
        .contains("data-object=\"store\"", "data-purpose=\"filter\"", "data-scope=\"live\"")
        .contains("for=\"f\"", "name=\"filter\"", "a &lt; &quot;b&quot;</textarea>")
        .contains("aria-describedby=\"f-error\"", "aria-invalid=\"true\"", "没有这个字段");
  }

  @Test
  void aPatchReplacesFieldsOutOfBand() {
    String html = rendering.page("part/patch", FormSamples.fields().subList(3, 4), shell);
    assertThat(html).contains("hx-swap-oob=\"outerHTML\"", "id=\"f4-field\"", "请先选择渠道", "disabled");
  }

  @Test
  void theSummaryLeadsToTheFields() {
    String html = rendering.page("form", FormSamples.page(null), shell);
    assertThat(html).contains("href=\"#f8\"", "有 2 处需要修改", "role=\"alert\"");
  }

  private String value(ValueView value) {
    return rendering.part(value.template(), Map.of("value", value, "assets", Rendering.ASSETS));
  }

  private static Map<String, String> pages(Locale locale, String theme) {
    Rendering rendering = new Rendering(locale);
    Shell shell = Samples.shell(locale, theme);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("list", rendering.page("list", Samples.list(24), shell));
    pages.put("list-empty", rendering.page("list", Samples.list(0), shell));
    pages.put("record", rendering.page("record", Samples.record(), shell));
    pages.put("delete", rendering.page("delete", Samples.delete(), shell));
    pages.put("form", rendering.page("form", FormSamples.page(null), shell));
    pages.put("form-merge", rendering.page("form", FormSamples.page(FormSamples.merge()), shell));
    pages.put("accounts", rendering.page("accounts", AccountSamples.page(false), shell));
    pages.put("accounts-new", rendering.page("accounts", AccountSamples.page(true), shell));
    pages.put("imports", rendering.page("imports", ImportSamples.overview(), shell));
    ImportSamples.pages()
        .forEach(
            (name, page) -> pages.put("import-" + name, rendering.page("import", page, shell)));
    DesignerSamples.pages()
        .forEach((name, sample) ->
            pages.put(
                "designer-" + name, rendering.page(sample.getKey(), sample.getValue(), shell)));
    PackSamples.pages()
        .forEach((name, sample) ->
            pages.put("pack-" + name, rendering.page(sample.getKey(), sample.getValue(), shell)));
    SandboxSamples.pages()
        .forEach((name, sample) ->
            pages.put(
                "sandbox-" + name, rendering.page(sample.getKey(), sample.getValue(), shell)));
    VersionSamples.pages()
        .forEach((name, sample) ->
            pages.put(
                "version-" + name, rendering.page(sample.getKey(), sample.getValue(), shell)));
    LoginPage login =
        new LoginPage(
            "csrf",
            "/",
            "qinghequan",
            "",
            theme.equals("dark") ? "用户名或密码不正确。" : null,
            locale,
            "nonce");
    pages.put("login", rendering.part("login", Map.of("page", login, "theme", theme)));
    ProblemBody problem =
        new ProblemBody(
            "urn", "没有找到", 404, "没有这条记录。", "NOT_FOUND", "0199-abc", Map.of(), List.of());
    pages.put(
        "error",
        rendering.part(
            "error", Map.of("problem", problem, "locale", locale, "theme", theme, "nonce", "n")));
    return pages;
  }

  private static void keep(String name, String html) throws IOException {
    String folder = System.getProperty("huozi.pages");
    if (folder != null) {
      Files.createDirectories(Path.of(folder));
      Files.writeString(Path.of(folder, name + ".html"), html);
    }
  }
}
