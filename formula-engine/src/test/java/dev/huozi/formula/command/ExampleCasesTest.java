package dev.huozi.formula.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.sql.SqlEvaluator;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.SingleConnection;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The example cases in both blank modes, on the JVM and in the database. Without the folder of the
/// examples there is nothing to do.
final class ExampleCasesTest {
  private final EvaluationContext context = CaseContext.create(Instant.now(), ZoneOffset.UTC);

  @Test
  @Tag("fast")
  void everyExampleCaseHasItsAnswerOnTheJvm() {
    assumeTrue(!ExampleCases.lines().isEmpty());
    for (BlankMode mode : BlankMode.values()) {
      assertThat(ExampleCases.misses(new CaseRunner(mode, context), mode)).as("%s", mode).isEmpty();
    }
  }

  @Test
  @Tag("db")
  void everyExampleCaseHasTheSameAnswerInTheDatabase() {
    assumeTrue(!ExampleCases.lines().isEmpty());
    try (SingleConnection connection = SingleConnection.open(TestDatabase.empty())) {
      for (BlankMode mode : BlankMode.values()) {
        ByteArrayOutputStream differences = new ByteArrayOutputStream();
        CaseTwin twin =
            new CaseTwin(
                new SqlEvaluator(connection, new SqlSurroundings(context.now(), context.zone())),
                new PrintStream(differences, true, StandardCharsets.UTF_8));
        assertThat(ExampleCases.misses(new CaseRunner(mode, context, twin), mode)).isEmpty();
        assertThat(differences.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(twin.jvmOnlyShare()).as(twin.summary()).isLessThan(0.03);
      }
    }
  }
}
