package dev.huozi.record.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordBench;
import dev.huozi.record.RecordView;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.FieldRef;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.ShapeCache;
import dev.huozi.record.sql.FormulaFilterCompiler;
import dev.huozi.record.sql.RenderedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Conditions over real records, their references and the user.
@Tag("db")
class FormulaInputsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "inputs");
    RecordView head = bench.create("dealer", "{\"name\": \"head\", \"grade\": 9}");
    for (int i = 0; i < 3; i++) {
      RecordView dealer =
          bench.create(
              "dealer",
              "{\"name\": \"d%d\", \"grade\": %s, \"parent\": %s}"
                  .formatted(i, i == 0 ? "null" : i, i == 1 ? "null" : quoted(head)));
      for (int qty = 0; qty < 4; qty++) {
        bench.create(
            "store",
            "{\"name\": \"s%d%d\", \"qty\": %d, \"price\": 2.5, \"dealer\": %s}"
                .formatted(i, qty, qty, quoted(dealer)));
      }
    }
    bench.create("store", "{\"name\": \"alone\"}");
  }

  @Test
  void a_condition_holds_for_exactly_the_records_that_it_finds_in_the_database() {
    for (String condition :
        List.of(
            "qty > 1",
            "qty * price >= 5",
            "1 / qty > 0.4",
            "NOT(1 / qty > 0.4)",
            "ISBLANK(dealer)",
            "ISBLANK(dealer.grade)",
            "dealer.grade * qty > 2",
            "dealer.parent.name = \"head\" && qty < dealer.parent.grade - 6",
            "owner = $User && BEGINS($User.name, \"L\") && CONTAINS(name, \"2\")",
            "IF(ISBLANK(dealer.parent), qty = 0, qty = 1)")) {
      assertThat(holding(condition)).as(condition).isEqualTo(found(condition));
    }
  }

  @Test
  void a_set_takes_one_statement_for_each_reference_and_one_for_the_user() {
    List<RenderedQuery> statements = new ArrayList<>();
    BoundFormula formula =
        bind("dealer.grade > 0 && dealer.parent.grade > 0 && owner.name = $User.name");
    related(formula, stores(), statements);
    assertThat(statements).hasSize(3);
  }

  @Test
  void nothing_is_asked_for_what_the_records_hold() {
    List<RenderedQuery> statements = new ArrayList<>();
    related(bind("qty > 1 && owner = $User"), stores(), statements);
    assertThat(statements).isEmpty();
  }

  private static List<String> holding(String condition) {
    BoundFormula formula = bind(condition);
    List<RecordView> stores = stores();
    FormulaInputs.Related related = related(formula, stores, new ArrayList<>());
    EvaluationContext surroundings =
        FormulaSurroundings.shown(bench.context(), bench.model().snapshot());
    return stores.stream()
        .filter(store -> formula.holds(new Stored(store, related), surroundings))
        .map(FormulaInputsTest::name)
        .sorted()
        .toList();
  }

  private static List<String> found(String condition) {
    return list(List.of(condition)).stream().map(FormulaInputsTest::name).sorted().toList();
  }

  private static List<RecordView> stores() {
    return list(List.of());
  }

  private static List<RecordView> list(List<String> filters) {
    return bench
        .records()
        .list(
            bench.context(),
            new ListQuery("store", List.of(), filters, null, List.of(), 200, null, false))
        .records();
  }

  private static BoundFormula bind(String condition) {
    return new FormulaBinder(bench.model().snapshot())
        .require(condition, bench.object("store"), FormulaOptions.filter());
  }

  private static FormulaInputs.Related related(
      BoundFormula formula, List<RecordView> records, List<RenderedQuery> statements) {
    QueryAnalyzer analyzer =
        new QueryAnalyzer(
            new FormulaFilterCompiler(),
            RowAccess.EVERYTHING,
            new CursorCodec(_ -> new byte[32]),
            new ShapeCache(5));
    ReadSession session = DATABASE.tenantDatabase().reading(bench.context().tenant());
    List<Function<FieldModel, @Nullable Object>> values = new ArrayList<>();
    records.forEach(record -> values.add(field -> record.get(field.name())));
    return new FormulaInputs(
            analyzer,
            bench.model().snapshot(),
            bench.context(),
            query -> {
              statements.add(query);
              return session.query(query.statement(), row -> query.layout().read(row).record());
            })
        .load(Set.of(formula), values);
  }

  private static String name(RecordView record) {
    return String.valueOf(record.get("name"));
  }

  private static String quoted(RecordView record) {
    return "\"" + record.id() + "\"";
  }

  private record Stored(RecordView record, FormulaInputs.Related related) implements FormulaRecord {
    @Override
    public @Nullable Object value(FieldRef field) {
      return field.isOwn()
          ? record.get(field.name())
          : related.value(field, record.get(field.path().getFirst().lookup().name()));
    }

    @Override
    public @Nullable Object ofUser(FieldRef field) {
      return related.ofUser(field);
    }
  }
}
