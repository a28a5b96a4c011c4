package dev.huozi.record.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.platform.sql.SqlArray;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.TestContexts;
import dev.huozi.record.TestModel;
import dev.huozi.record.query.Cursor;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.QueryPlan;
import dev.huozi.record.query.QueryShape;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.ShapeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a question becomes: each file of `record/query` holds a question, then its plan and its
/// statements. `-Dgolden.update=true` writes the files anew; the diff is the review.
@Tag("fast")
class QueryGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/record/query");
  private static final String RULE = "--- plan\n";

  private final TestModel model = TestModel.stores(12);
  private final RequestContext context = TestContexts.of(TestContexts.LI);
  private final QueryAnalyzer analyzer =
      new QueryAnalyzer(
          new FormulaFilterCompiler(),
          RowAccess.EVERYTHING,
          new CursorCodec(_ -> new byte[32]),
          new ShapeCache(10));

  static Stream<Path> questions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_question_becomes_this_plan_and_these_statements(Path file) throws IOException {
    String text = Files.readString(file);
    int rule = text.indexOf(RULE);
    String question = rule < 0 ? text : text.substring(0, rule);
    String answer = question + RULE + answer(parts(question));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, answer);
      text = answer;
    }
    assertThat(answer).as("plan and statements of %s", file.getFileName()).isEqualTo(text);
  }

  private static Map<String, String> parts(String question) {
    Map<String, String> parts = new HashMap<>();
    question
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(":"))
        .forEach(line -> {
          int colon = line.indexOf(':');
          parts.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
    return parts;
  }

  private String answer(Map<String, String> parts) {
    ListQuery query = query(parts, null);
    QueryPlan plan = analyzer.list(query, model, context);
    if (parts.containsKey("after") || parts.containsKey("before")) {
      boolean backward = parts.containsKey("before");
      List<@Nullable Object> values = new ArrayList<>();
      for (String value : list(parts.get(backward ? "before" : "after"))) {
        values.add(value.equals("blank") ? null : value);
      }
      UUID id = TestContexts.WANG;
      String cursor = analyzer.cursor(new Cursor(backward, values, id), plan, query);
      query = query(parts, cursor);
      plan = analyzer.list(query, model, context);
    }
    StringBuilder answer = new StringBuilder(describe(plan));
    RenderedQuery rendered = QueryRenderer.records(plan);
    answer
        .append("--- sql\n")
        .append(show(rendered.statement().text(), rendered.statement().parameters()));
    if (query.count()) {
      var count = QueryRenderer.count(plan);
      answer.append("--- count\n").append(show(count.text(), count.parameters()));
    }
    return answer.toString();
  }

  private static ListQuery query(Map<String, String> parts, @Nullable String cursor) {
    String filter = parts.get("filter");
    return new ListQuery(
        parts.getOrDefault("object", ""),
        list(parts.get("fields")),
        filter == null ? List.of() : List.of(filter),
        parts.get("search"),
        list(parts.get("sort")).stream()
            .map(key -> new ListQuery.Sort(key.replace("-", ""), key.startsWith("-")))
            .toList(),
        Integer.parseInt(parts.getOrDefault("limit", "25")),
        cursor,
        parts.containsKey("count"));
  }

  private static List<String> list(@Nullable String text) {
    return text == null ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  private static String describe(QueryPlan plan) {
    QueryShape shape = plan.shape();
    StringBuilder text = new StringBuilder();
    text.append("object ")
        .append(shape.object().name())
        .append(" at ")
        .append(shape.snapshotVersion());
    text.append("\nselect ").append(join(shape.selected().stream().map(QueryGoldenTest::selected)));
    shape.filters().forEach(filter -> text.append("\nwhere ").append(filter.source()));
    if (!plan.words().isEmpty()) {
      text.append("\nsearch ").append(plan.words()).append(" in ").append(shape.searchFields());
    }
    text.append("\nsort ")
        .append(
            join(
                Stream.concat(
                    shape.sort().stream()
                        .map(key -> key.ref() + (key.descending() ? " desc" : " asc")),
                    Stream.of("id"))));
    text.append("\nlimit ").append(plan.limit()).append(plan.backward() ? " backward\n" : "\n");
    return text.toString();
  }

  private static String selected(QueryShape.Selected selected) {
    String targets =
        selected.targets().stream()
            .map(target -> target.object().name())
            .collect(Collectors.joining("|"));
    return selected.ref() + (targets.isEmpty() ? "" : " -> " + targets);
  }

  private static String join(Stream<String> parts) {
    return parts.collect(Collectors.joining(", "));
  }

  private static String show(String sql, List<@Nullable Object> parameters) {
    String values =
        parameters.stream()
            .map(value ->
                value instanceof SqlArray array
                    ? array.elements().toString()
                    : String.valueOf(value))
            .collect(Collectors.joining(", "));
    return sql + "\n" + (values.isEmpty() ? "" : "with " + values + "\n");
  }
}
