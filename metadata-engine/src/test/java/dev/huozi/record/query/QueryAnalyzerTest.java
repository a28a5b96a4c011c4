package dev.huozi.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordError;
import dev.huozi.record.TestContexts;
import dev.huozi.record.TestModel;
import dev.huozi.record.sql.FormulaFilterCompiler;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class QueryAnalyzerTest {
  private final TestModel model = TestModel.stores(12);
  private final RequestContext context = TestContexts.of(TestContexts.LI);
  private final ShapeCache cache = new ShapeCache(3);
  private final QueryAnalyzer analyzer =
      new QueryAnalyzer(
          new FormulaFilterCompiler(),
          RowAccess.EVERYTHING,
          new CursorCodec(_ -> new byte[32]),
          cache);

  @Test
  void an_unknown_object_is_answered_with_names_like_it() {
    ProblemException problem = refused(query("stor"));
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_OBJECT_UNKNOWN);
    assertThat(problem.parameters().get("nearest")).asString().contains("store");
  }

  @Test
  void an_unknown_field_gets_the_same_answer_wherever_it_stands() {
    Issue inFields =
        refused(
                new ListQuery(
                    "store", List.of("chanel"), List.of(), null, List.of(), 25, null, false))
            .issues()
            .getFirst();
    Issue inSort = refused(sorted("chanel")).issues().getFirst();
    assertThat(inFields.code()).isEqualTo(RecordError.RECORD_FIELD_UNKNOWN);
    assertThat(inSort).isEqualTo(inFields);
    assertThat(inFields.parameters())
        .containsEntry("object", "store")
        .containsEntry("field", "chanel");
    assertThat(inFields.parameters().get("nearest")).asString().startsWith("[channel");
  }

  @Test
  void dotted_quoted_and_folded_forms_of_names_are_unknown_too() {
    for (String form :
        List.of("t1.name", "\"name\"", "name\0", "ｎａｍｅ", "r.c_3a", "c_3a", "", ".", "name.")) {
      ProblemException problem = refused(sorted(form));
      assertThat(problem.code().status()).as(form).isEqualTo(400);
    }
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    ListQuery query =
        new ListQuery(
            "store",
            List.of("nam", "dealer.grad", "name.x"),
            List.of("qty > \"x\""),
            null,
            List.of(new ListQuery.Sort("notes", false)),
            25,
            null,
            false);
    ProblemException problem = refused(query);
    assertThat(problem.code()).isEqualTo(RecordError.RECORD_QUERY_INVALID);
    assertThat(problem.issues().stream().map(issue -> issue.code().name()))
        .containsExactly(
            "RECORD_FIELD_UNKNOWN",
            "RECORD_FIELD_UNKNOWN",
            "RECORD_PATH_NOT_A_REFERENCE",
            "RECORD_SORT_UNSUPPORTED",
            "FORMULA_OPERANDS_DIFFER");
  }

  @Test
  void a_polylookup_is_neither_a_way_nor_an_order() {
    assertThat(refused(fields("target.name")).code())
        .isEqualTo(RecordError.RECORD_PATH_NOT_A_REFERENCE);
    assertThat(refused(sorted("target")).code()).isEqualTo(RecordError.RECORD_SORT_UNSUPPORTED);
  }

  @Test
  void a_mistake_in_a_filter_is_a_bad_request_and_says_where_it_is() {
    ProblemException problem = refused(filtered("nam = \"x\""));
    assertThat(problem.code().status()).isEqualTo(400);
    assertThat(problem.issues().getFirst().code().name()).isEqualTo("FORMULA_NAME_UNKNOWN");
    assertThat(problem.issues().getFirst().parameters())
        .containsEntry("start", 0)
        .containsEntry("end", 3);
  }

  @Test
  void the_page_size_is_limited() {
    limited(RecordError.RECORD_LIMIT_OUT_OF_RANGE, page(0));
    allowed(page(1));
    allowed(page(200));
    limited(RecordError.RECORD_LIMIT_OUT_OF_RANGE, page(201));
  }

  @Test
  void a_filter_may_have_a_hundred_nodes() {
    allowed(filtered(chain(33)));
    limited(RecordError.RECORD_FILTER_TOO_LARGE, filtered(chain(34)));
  }

  @Test
  void a_filter_may_be_ten_levels_deep() {
    allowed(filtered("not ".repeat(8) + "qty = 1"));
    limited(RecordError.RECORD_FILTER_TOO_DEEP, filtered("not ".repeat(9) + "qty = 1"));
  }

  @Test
  void a_list_after_in_may_have_a_thousand_values() {
    allowed(filtered(in(1_000)));
    limited(RecordError.RECORD_FILTER_TOO_MANY_VALUES, filtered(in(1_001)));
  }

  @Test
  void a_filter_may_have_twenty_thousand_characters() {
    limited(RecordError.RECORD_FILTER_TOO_LONG, filtered("name = \"" + "x".repeat(20_000) + "\""));
  }

  @Test
  void a_path_may_cross_five_lookups() {
    allowed(fields("parent.parent.parent.parent.parent.name", "account"));
    limited(
        RecordError.RECORD_PATH_TOO_LONG,
        fields("parent.parent.parent.parent.parent.parent.name", "account"));
  }

  @Test
  void a_query_may_cross_ten_lookups() {
    String five = "dealer.parent.parent.parent.parent.name";
    allowed(fields(five + ",owner.name,created_by.name,updated_by.name"));
    limited(
        RecordError.RECORD_TOO_MANY_JOINS,
        new ListQuery(
            "visit",
            List.of(
                ("store." + five).replace(".parent.name", ".name"),
                "store.owner.name",
                "store.created_by.name",
                "created_by.name",
                "updated_by.name"),
            List.of("store.updated_by.name = \"x\" and store.dealer.created_by.name = \"y\""),
            null,
            List.of(),
            25,
            null,
            false));
  }

  @Test
  void a_search_is_limited_in_length_and_words() {
    allowed(search("a b c d e"));
    limited(RecordError.RECORD_SEARCH_TOO_LONG, search("a b c d e f"));
    allowed(search("喵".repeat(100)));
    limited(RecordError.RECORD_SEARCH_TOO_LONG, search("喵".repeat(101)));
  }

  @Test
  void the_same_question_is_resolved_once_and_the_cache_stays_small() {
    QueryShape first = analyzer.list(page(25), model, context).shape();
    assertThat(analyzer.list(page(50), model, context).shape()).isSameAs(first);
    assertThat(analyzer.list(page(50), TestModel.stores(13), context).shape()).isNotSameAs(first);
    IntStream.range(0, 10).forEach(i -> analyzer.list(filtered("qty = " + i), model, context));
    assertThat(cache.size()).isEqualTo(3);
  }

  @Test
  void no_fields_named_means_all_but_the_id_which_comes_anyway() {
    QueryPlan plan = analyzer.list(query("account"), model, context);
    assertThat(plan.shape().selected().stream().map(selected -> selected.ref().name()))
        .containsExactly(
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "name",
            "grade",
            "code",
            "parent");
    assertThat(analyzer.list(fields("id,version,name"), model, context).shape().selected())
        .hasSize(1);
  }

  private static ListQuery query(String object) {
    return new ListQuery(object, List.of(), List.of(), null, List.of(), 25, null, false);
  }

  private static ListQuery fields(String names) {
    return fields(names, "store");
  }

  private static ListQuery fields(String names, String object) {
    return new ListQuery(
        object, Arrays.asList(names.split(",")), List.of(), null, List.of(), 25, null, false);
  }

  private static ListQuery sorted(String name) {
    return new ListQuery(
        "store",
        List.of(),
        List.of(),
        null,
        List.of(new ListQuery.Sort(name, false)),
        25,
        null,
        false);
  }

  private static ListQuery filtered(String filter) {
    return new ListQuery("store", List.of(), List.of(filter), null, List.of(), 25, null, false);
  }

  private static ListQuery search(@Nullable String search) {
    return new ListQuery("store", List.of(), List.of(), search, List.of(), 25, null, false);
  }

  private static ListQuery page(int limit) {
    return new ListQuery("store", List.of(), List.of(), null, List.of(), limit, null, false);
  }

  /// `comparisons` comparisons of three nodes each, in one chain.
  private static String chain(int comparisons) {
    String chain = String.join(" and ", Collections.nCopies(comparisons, "qty = 1"));
    return chain;
  }

  private static String in(int values) {
    return IntStream.range(0, values)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "qty in (", ")"));
  }

  private void allowed(ListQuery query) {
    assertThat(analyzer.list(query, model, context)).isNotNull();
  }

  private void limited(ErrorCode code, ListQuery query) {
    ProblemException problem = refused(query);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.code().status()).isEqualTo(422);
    assertThat(problem.parameters()).containsKey("maximum");
  }

  private ProblemException refused(ListQuery query) {
    ProblemException[] caught = new ProblemException[1];
    assertThatThrownBy(() -> analyzer.list(query, model, context))
        .isInstanceOfSatisfying(ProblemException.class, problem -> caught[0] = problem);
    return caught[0];
  }
}
