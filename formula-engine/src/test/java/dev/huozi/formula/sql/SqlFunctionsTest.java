package dev.huozi.formula.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.FunctionGroup;
import dev.huozi.formula.function.FunctionRegistry;
import dev.huozi.formula.function.SpecialForm;
import dev.huozi.formula.function.Volatility;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.Tenant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The functions `huozi.hz_*` as the roles of tenants see them.
@Tag("db")
final class SqlFunctionsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  /// Computed before the statement is made.
  private static final Set<String> CONSTANTS = Set.of("PI", "BR");

  @Test
  void theRuntimeRoleOfATenantMayCallThem() {
    Tenant tenant = DATABASE.tenant("alpha");
    SqlFragment question = SqlFragment.of("select huozi.hz_divide(1::numeric, 3::numeric)");
    BigDecimal third =
        DATABASE
            .tenantDatabase()
            .inTransaction(tenant, t -> t.query(question, row -> row.decimal(0)))
            .getFirst();
    assertThat(third).isEqualTo(new BigDecimal("0." + "3".repeat(39)));
  }

  @Test
  void theyServeStoredColumnsAndIndexes() {
    Tenant tenant = DATABASE.tenant("alpha");
    SqlFragment table = SqlFragment.identifier(tenant.schema(), new SqlIdentifier("priced"));
    DATABASE
        .tenantDatabase()
        .inOwnerTransaction(
            tenant,
            t -> {
              t.execute(
                  SqlFragment.of("create table ")
                      .then(table)
                      .then(
                          " (price numeric, pieces numeric, each numeric generated always as"
                              + " (huozi.hz_divide(price, pieces)) stored)"));
              t.execute(SqlFragment.of("create index on ").then(table).then(" (each)"));
              t.execute(
                  SqlFragment.of("insert into ").then(table).then(" values (10, 4), (10, 0)"));
              List<String> stored =
                  t.query(
                      SqlFragment.of("select each::text from ").then(table).then(" order by each"),
                      row -> String.valueOf(row.text(0)));
              assertThat(stored).hasSize(2).last().isEqualTo("NaN");
              return t.execute(SqlFragment.of("drop table ").then(table));
            });
  }

  @Test
  void everyFunctionIsThereOrHasAReason() {
    List<String> known =
        DATABASE
            .tenantDatabase()
            .inTransaction(
                DATABASE.tenant("alpha"),
                t ->
                    t.query(
                        SqlFragment.of(
                            "select proname from pg_catalog.pg_proc where proname like 'hz%'"),
                        row -> String.valueOf(row.text(0))));
    for (FormulaFunction function : FunctionRegistry.standard().functions()) {
      boolean computedBefore =
          CONSTANTS.contains(function.name()) || function.volatility() == Volatility.CLOCK;
      if (function.form() == SpecialForm.NONE
          && function.group() != FunctionGroup.RULE
          && !computedBefore
          && SqlTranslator.reasonAgainst(function) == null) {
        assertThat(known).contains("hz_" + function.name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
