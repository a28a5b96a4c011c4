package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// JVM and database side by side before a formula field is published.
@Tag("db")
class FormulaProofTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static MetadataSnapshot model(String... formulas) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < formulas.length; i++) {
      fields
          .append("  - {name: f")
          .append(i)
          .append(", type: formula, ")
          .append(formulas[i])
          .append("}\n");
    }
    return TestModels.snapshot(
        "objects/line.object.yaml",
        "name: line\nnameField: name\nfields:\n  - {name: name, type: text}\n"
            + "  - {name: qty, type: number, precision: 38, scale: 18}\n"
            + "  - {name: day, type: date}\n  - {name: at, type: datetime}\n"
            + "  - {name: done, type: boolean}\n"
            + fields);
  }

  private static List<Issue> found(ReadSession session, MetadataSnapshot model) {
    Tenant tenant = DATABASE.tenant("proof");
    Issues issues = new Issues();
    new FormulaProof(session, tenant, model, Instant.parse("2026-01-31T20:00:00Z"))
        .check(model(), issues);
    return issues.list();
  }

  @Test
  void formulas_over_all_edges_agree() {
    MetadataSnapshot model =
        model(
            "result: number, scale: 10, expr: 'ROUND(qty / 3, 10) + LEN(name)'",
            "result: text, expr: 'UPPER(LEFT(name, 2)) & TEXT(qty) & TEXT(day)'",
            "result: date, expr: 'ADDMONTHS(day + qty, 1)'",
            "result: date, expr: DATEVALUE(at)",
            "result: boolean, expr: 1 / qty > 0 || done && ISBLANK(name)",
            "result: number, expr: 'VALUE(name) * 100', blanks: blank",
            "result: datetime, expr: at + qty / 24");
    assertThat(found(DATABASE.tenantDatabase().reading(DATABASE.tenant("proof")), model)).isEmpty();
  }

  /// The database with one answer to everything.
  private static final class Stubborn implements ReadSession {
    private final ReadSession database;
    private final List<String> asked = new ArrayList<>();

    Stubborn(ReadSession database) {
      this.database = database;
    }

    @Override
    public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
      asked.add(statement.text());
      return statement.text().startsWith("select \"f\"")
          ? database.query(
              SqlFragment.of("select false, '99' from (").then(statement).then(") as x"), decoder)
          : database.query(statement, decoder);
    }
  }

  @Test
  void a_difference_is_refused_with_the_values() {
    Stubborn database = new Stubborn(DATABASE.tenantDatabase().reading(DATABASE.tenant("proof")));
    assertThat(found(database, model("result: number, expr: qty + 1")))
        .singleElement()
        .satisfies(issue -> {
          assertThat(issue.code()).isEqualTo(MetadataError.FORMULA_TWIN);
          assertThat(issue.subject()).isEqualTo("object line fields.f0.expr");
          assertThat(issue.parameters())
              .containsEntry("inputs", "qty = NULL")
              .containsEntry("jvm", "1")
              .containsEntry("sql", "99");
        });
  }

  @Test
  void what_only_the_jvm_computes_is_not_asked_of_the_database() {
    Stubborn database = new Stubborn(DATABASE.tenantDatabase().reading(DATABASE.tenant("proof")));
    assertThat(found(database, model("result: boolean, expr: 'REGEX(name, \"a+\")'"))).isEmpty();
    assertThat(database.asked).isEmpty();
  }
}
