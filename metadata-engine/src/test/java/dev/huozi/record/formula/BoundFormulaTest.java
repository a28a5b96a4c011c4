package dev.huozi.record.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.WriteFact;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.TestContexts;
import dev.huozi.record.TestModel;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.ShapeCache;
import dev.huozi.record.sql.FormulaFilterCompiler;
import dev.huozi.record.sql.RenderedQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class BoundFormulaTest {
  private static final UUID DEALER = UUID.fromString("00000000-0000-7000-8000-00000000000d");
  private final TestModel model = TestModel.stores(1);
  private final ObjectModel store = model.known("store");
  private final FormulaBinder binder = new FormulaBinder(model);
  private final RequestContext context = TestContexts.of(TestContexts.LI);

  @Test
  void fields_come_in_the_shapes_of_records_and_go_in_as_formulas_want_them() {
    assertThat(value("price * 2", Map.of("price", new Money(new BigDecimal("1.5"), "CNY"))))
        .isEqualTo(new BigDecimal("3.0"));
    assertThat(value("ISBLANK(name)", Map.of("name", ""))).isEqualTo(true);
    assertThat(value("dealer = \"" + DEALER + "\"", Map.of("dealer", dealer()))).isEqualTo(true);
    assertThat(
            value("owner = $User", Map.of("owner", new Reference("user", TestContexts.LI, "Li"))))
        .isEqualTo(true);
  }

  @Test
  void what_fails_is_a_value() {
    assertThat(value("1 / qty", Map.of("qty", BigDecimal.ZERO)))
        .isInstanceOfSatisfying(
            FormulaError.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.DIVISION_BY_ZERO));
  }

  @Test
  void it_says_what_it_reads() {
    BoundFormula formula = bind("qty > 1 && dealer.grade = \"A\" && $User.region = \"N\"");
    assertThat(formula.fields())
        .extracting(FieldRef::name)
        .containsExactlyInAnyOrder("qty", "dealer.grade");
    assertThat(formula.userFields()).extracting(FieldRef::name).containsExactly("region");
  }

  @Test
  void a_rule_sees_the_record_before_the_write() {
    BoundFormula rule =
        binder.require(
            "ISNEW() || ISCHANGED(qty) && PRIORVALUE(qty) < qty", store, FormulaOptions.rules());
    FormulaRecord grown = new Given(Map.of("qty", BigDecimal.TEN), Map.of("qty", BigDecimal.ONE));
    FormulaRecord same = new Given(Map.of("qty", BigDecimal.TEN), Map.of("qty", BigDecimal.TEN));
    assertThat(rule.holds(grown, FormulaSurroundings.stored(context, model))).isTrue();
    assertThat(rule.holds(same, FormulaSurroundings.stored(context, model))).isFalse();
  }

  @Test
  void an_unknown_name_is_an_issue_with_its_place() {
    Issues issues = new Issues();
    assertThat(binder.bind("1 + qyt", store, FormulaOptions.any(BlankMode.ZERO), "expr", issues))
        .isNull();
    Issue issue = issues.list().getFirst();
    assertThat(issue.subject()).isEqualTo("expr");
    assertThat(issue.parameters()).containsEntry("start", 4).containsEntry("end", 7);
  }

  @Test
  void a_thousand_records_take_one_statement_for_each_reference() {
    List<String> statements = new ArrayList<>();
    Function<RenderedQuery, List<RecordView>> run =
        query -> {
          statements.add(query.statement().text());
          return List.of(
              new RecordView("account", DEALER, 1, Map.of("grade", "A", "parent.name", "P")));
        };
    QueryAnalyzer analyzer =
        new QueryAnalyzer(
            new FormulaFilterCompiler(),
            RowAccess.EVERYTHING,
            new CursorCodec(_ -> new byte[32]),
            new ShapeCache(3));
    BoundFormula formula = bind("dealer.grade = \"A\" && dealer.parent.name = \"P\"");
    List<Function<FieldModel, @Nullable Object>> records = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      records.add(field -> field.name().equals("dealer") ? dealer() : null);
    }
    FormulaInputs.Related related =
        new FormulaInputs(analyzer, model, context, run).load(Set.of(formula), records);
    assertThat(statements).hasSize(1);
    FormulaRecord record = new Given(Map.of("dealer", dealer()), Map.of(), related);
    assertThat(formula.holds(record, FormulaSurroundings.shown(context, model))).isTrue();
  }

  private @Nullable Object value(String source, Map<String, Object> values) {
    return bind(source)
        .evaluate(new Given(values, Map.of()), FormulaSurroundings.shown(context, model));
  }

  private BoundFormula bind(String source) {
    return binder.require(source, store, FormulaOptions.any(BlankMode.ZERO));
  }

  private static Reference dealer() {
    return new Reference("account", DEALER, "D");
  }

  /// A record with these values, before the write with those.
  private record Given(
      Map<String, Object> values, Map<String, Object> before, FormulaInputs.Related related)
      implements FormulaRecord {
    Given(Map<String, Object> values, Map<String, Object> before) {
      this(values, before, new FormulaInputs.Related(Map.of(), null, TestContexts.LI));
    }

    @Override
    public @Nullable Object value(FieldRef field) {
      return field.isOwn()
          ? values.get(field.name())
          : related.value(field, values.get(field.path().getFirst().lookup().name()));
    }

    @Override
    public @Nullable Object prior(FieldRef field) {
      return before.get(field.name());
    }

    @Override
    public boolean isChanged(FieldRef field) {
      return !values.get(field.name()).equals(before.get(field.name()));
    }

    @Override
    public boolean is(WriteFact fact) {
      return before.isEmpty();
    }

    @Override
    public @Nullable Object ofUser(FieldRef field) {
      return related.ofUser(field);
    }
  }
}
