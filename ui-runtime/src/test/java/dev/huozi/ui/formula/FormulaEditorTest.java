package dev.huozi.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.testing.SamplePages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FormulaEditorTest {
  private final PageContext page = SamplePages.of(Locale.CHINESE);
  private final FormulaEditor editor =
      new FormulaEditor(page, new FormulaScopes.Place(page.snapshot(), page.object("thing")));

  @Test
  void aMistakeHasItsPlaceAndARepair() {
    FormulaAnswer.Findings found = check("filter", "amuont > 3");

    assertThat(found.valid()).isFalse();
    assertThat(found.type()).isNull();
    FormulaAnswer.Finding only = found.findings().getFirst();
    assertThat(only.start()).isZero();
    assertThat(only.end()).isEqualTo(6);
    assertThat(only.severity()).isEqualTo("error");
    assertThat(only.message()).contains("amuont");
    assertThat(only.fix()).isNotNull();
    assertThat(only.fix().edits()).containsExactly(new FormulaAnswer.Edit(0, 6, "amount"));
  }

  @Test
  void aRightFormulaSaysWhatItYieldsAndReads() {
    FormulaAnswer.Findings found = check("formula", "amount * 2 + parent.amount");

    assertThat(found.valid()).isTrue();
    assertThat(found.type()).isEqualTo(new FormulaAnswer.Type("numeric", "数字"));
    assertThat(found.inputs())
        .containsExactly(
            new FormulaAnswer.Named("amount", "数量", "数字"),
            new FormulaAnswer.Named("parent.amount", "上级 › 数量", "数字"));
    assertThat(found.note()).isNull();
  }

  @Test
  void whatIsNoSqlIsAnErrorOfAFilterAndANoteOfAField() {
    FormulaAnswer.Findings filter = check("filter", "REGEX(name, \"a+\")");
    assertThat(filter.valid()).isFalse();
    assertThat(filter.findings().getFirst().code()).isEqualTo("FORMULA_NOT_SQL");
    assertThat(filter.findings().getFirst().message()).contains("存储的公式字段");

    FormulaAnswer.Findings field = check("formula", "REGEX(name, \"a+\")");
    assertThat(field.valid()).isTrue();
    assertThat(field.note()).contains("REGEX");
  }

  @Test
  void aRuleMayAskWhatChangesAndAFilterMayNot() {
    assertThat(check("rule", "ISCHANGED(amount)").valid()).isTrue();
    assertThat(check("filter", "ISCHANGED(amount)").valid()).isFalse();
  }

  @Test
  void anEmptyTextIsNoMistakeYet() {
    assertThat(check("filter", " ").findings()).isEmpty();
  }

  @Test
  void namesComeWithLabelsCodesAndBothSpellings() {
    List<FormulaAnswer.Name> names = editor.names(List.of()).names();

    FormulaAnswer.Name colour = named(names, "colour");
    assertThat(colour.label()).isEqualTo("颜色");
    assertThat(colour.codes()).containsEntry("RED", "红").containsEntry("OLD", "旧");
    assertThat(colour.written()).containsEntry("zh", "颜色").containsEntry("en", "colour");
    assertThat(colour.leads()).isFalse();
    assertThat(named(names, "parent").leads()).isTrue();
    assertThat(named(names, "about").leads()).isFalse();
    assertThat(named(names, "$User").label()).isEqualTo("当前用户");
    assertThat(named(names, "$Today").label()).isEqualTo("今天");
  }

  @Test
  void namesAreFollowedOverReferences() {
    assertThat(editor.names(List.of("parent", "parent")).object()).isEqualTo("thing");
    assertThat(editor.names(List.of("parent")).names())
        .noneMatch(name -> name.name().startsWith("$"));
    assertThatThrownBy(() -> editor.names(List.of("name"))).isInstanceOf(ProblemException.class);
  }

  @Test
  void theSpellingChangesAndComesBack() {
    String chinese = editor.translate(body("filter", "CONTAINS(name, \"x\")", "zh")).source();

    assertThat(chinese).isEqualTo("包含(名称, \"x\")");
    assertThat(editor.translate(body("filter", chinese, "en")).source())
        .isEqualTo("CONTAINS(name, \"x\")");
  }

  @Test
  void onlyWhatComesFromElsewhereIsRenamed() {
    assertThat(editor.adopt(body("filter", "Amount__c > 1", "zh")).source())
        .isEqualTo("amount > 1");
    assertThat(editor.adopt(body("filter", "Amount > 1", "zh")).renamed()).isEmpty();
  }

  @Test
  void anUnknownPurposeIsRefused() {
    assertThatThrownBy(() -> check("nonsense", "1")).isInstanceOf(ProblemException.class);
  }

  private FormulaAnswer.Findings check(String purpose, String source) {
    return editor.check(body(purpose, source, null));
  }

  private static FormulaAnswer.Name named(List<FormulaAnswer.Name> names, String name) {
    return names.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static FormulaBody body(String purpose, String source, @Nullable String language) {
    return new FormulaBody("thing", purpose, null, source, null, null, language, null, null);
  }
}
