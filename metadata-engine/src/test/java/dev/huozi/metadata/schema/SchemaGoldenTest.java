package dev.huozi.metadata.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.binding.YamlReader;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.SortCollation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a change of objects becomes: each file of `metadata/schema` holds models one after the
/// other (`--- model`, objects separated by blank lines), then the statements from the last but one
/// to the last, with lock and cost. `-Dgolden.update=true` writes the files anew; the diff is the
/// review.
@Tag("fast")
class SchemaGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/metadata/schema");
  private static final String MODEL = "--- model\n";
  private static final String STATEMENTS = "--- statements\n";

  static Stream<Path> changes() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_becomes_these_statements(Path file) throws IOException {
    String text = Files.readString(file);
    int rule = text.indexOf(STATEMENTS);
    String question = rule < 0 ? text : text.substring(0, rule);
    String answer = question + STATEMENTS + statements(question);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, answer);
      text = answer;
    }
    assertThat(answer).as("statements of %s", file.getFileName()).isEqualTo(text);
  }

  private static String statements(String question) {
    Map<String, Long> ids = new HashMap<>();
    SchemaPlanner planner =
        new SchemaPlanner(new SqlIdentifier("t_1"), SortCollation.ZH, new ManyRows());
    SchemaPlanner.State state =
        new SchemaPlanner.State(Model.EMPTY, new PhysicalModel(Map.of(), 1_000));
    List<DdlStatement> statements = List.of();
    String[] models = question.split(MODEL);
    for (int i = 1; i < models.length; i++) {
      Model model = model(models[i], ids);
      PhysicalPlanner.Result physical =
          PhysicalPlanner.plan(
              model,
              state.physical(),
              new NameCounter(state.physical().next()),
              _ -> question.startsWith("Crowded"));
      SchemaPlanner.State next = new SchemaPlanner.State(model, physical.physical());
      statements =
          planner.plan(state, next, physical.renamed(), Disposal.PARK, new Issues()).statements();
      state = next;
    }
    return statements.stream().map(SchemaGoldenTest::show).collect(Collectors.joining("\n"));
  }

  private static String show(DdlStatement statement) {
    return "%s%n  -- lock %s, %s%s%n"
        .formatted(
            statement.sql().text(),
            statement.lock().words(),
            rows(statement),
            statement.later() == null ? "" : ", afterwards");
  }

  private static String rows(DdlStatement statement) {
    return switch (statement.rewrite()) {
      case NONE -> "no rows";
      case SCAN -> "reads " + statement.rows() + " rows";
      case REWRITE -> "writes " + statement.rows() + " rows";
    };
  }

  private static Model model(String text, Map<String, Long> ids) {
    List<Component> components = new ArrayList<>();
    for (String yaml : text.strip().split("\n\n")) {
      if (!yaml.isBlank()) {
        Issues issues = new Issues();
        SourceTree tree = YamlReader.read("object", yaml, issues);
        ObjectType object =
            tree == null ? null : DefinitionReader.read(tree, ObjectType.class, issues);
        assertThat(issues.list()).as(yaml).isEmpty();
        String name = ApiName.key(Objects.requireNonNull(object).name());
        long id = ids.computeIfAbsent(name, _ -> ids.size() + 1L);
        components.add(new Component(id, "object", Component.TENANT, object));
      }
    }
    return new Model(components);
  }

  /// Every table has a million rows.
  private static final class ManyRows implements TableFacts {
    @Override
    public Size estimate(SqlIdentifier table) {
      return new Size(1_000_000, 150_000_000, 20, 3);
    }

    @Override
    public boolean has(SqlIdentifier table, SqlIdentifier column) {
      return true;
    }

    @Override
    public long rows(SqlIdentifier table) {
      return 1_000_000;
    }

    @Override
    public List<Long> filled(SqlIdentifier table, List<List<PhysicalColumn>> fields) {
      return fields.stream().map(_ -> 1_000_000L).toList();
    }

    @Override
    public boolean isEmpty(SqlIdentifier table) {
      return false;
    }

    @Override
    public long blanks(SqlIdentifier table, List<SqlIdentifier> columns) {
      return 0;
    }

    @Override
    public long dangling(SqlIdentifier table, SqlIdentifier column, SqlIdentifier target) {
      return 0;
    }

    @Override
    public Misfits misfits(SqlIdentifier table, SqlIdentifier column, SqlFragment misfit) {
      return Misfits.NONE;
    }

    @Override
    public long duplicates(SqlIdentifier table, TableShape.Index index) {
      return 0;
    }
  }
}
