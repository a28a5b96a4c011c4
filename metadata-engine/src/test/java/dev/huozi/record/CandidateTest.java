package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Filters of references: what may be chosen, and that nothing else can be written.
@Tag("db")
class CandidateTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;

  @BeforeAll
  static void model() {
    bench = new RecordBench(DATABASE, "choosing");
    bench
        .model()
        .publish(
            "objects/shop.object.yaml",
            """
            name: shop
            label: {zh: 店, en: Shop}
            nameField: name
            fields:
              - {name: name, type: text, required: true}
              - {name: area, type: text}
              - {name: open, type: boolean}
              - {name: parent, type: lookup, target: shop, filter: id <> $Record}
            """,
            "objects/call.object.yaml",
            """
            name: call
            label: {zh: 访, en: Call}
            nameField: name
            fields:
              - {name: name, type: text, required: true}
              - {name: area, type: text}
              - {name: first, type: lookup, target: shop}
              - {name: shop, type: lookup, target: shop, filter: open and area = $Record.area}
              - {name: near, type: lookup, target: shop, filter: area = $Record.first.area and id <> $Record.first}
              - {name: by, type: user, filter: id = $User}
            """);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) Json.read(text);
  }

  private static RecordView shop(String name, String area, boolean open) {
    return bench.create(
        "shop", "{\"name\": \"%s\", \"area\": \"%s\", \"open\": %s}".formatted(name, area, open));
  }

  private static List<String> offered(
      String object, String field, @Nullable UUID id, String typed) {
    ListQuery wanted =
        new ListQuery(
            "shop",
            List.of("name"),
            List.of(),
            null,
            List.of(new ListQuery.Sort("name", false)),
            20,
            null,
            false);
    return bench
        .records()
        .candidates(bench.context(), new CandidateQuery(object, field, id, json(typed), wanted))
        .stream()
        .map(found -> String.valueOf(found.get("name")))
        .toList();
  }

  private static List<String> refusal(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).isNotNull();
    return problem.issues().stream()
        .map(issue -> issue.code().name() + " " + issue.subject())
        .toList();
  }

  @Test
  void only_what_meets_the_filter_is_offered_and_can_be_saved() {
    RecordView right = shop("a1", "A", true);
    RecordView shut = shop("a2", "A", false);
    RecordView other = shop("b1", "B", true);
    assertThat(offered("call", "shop", null, "{\"area\": \"A\"}")).containsExactly("a1");
    assertThat(offered("call", "shop", null, "{\"area\": \"B\"}")).containsExactly("b1");

    String call = "{\"name\": \"c\", \"area\": \"A\", \"shop\": \"%s\"}";
    RecordView saved = bench.create("call", call.formatted(right.id()));
    assertThat(refusal(() -> bench.create("call", call.formatted(shut.id()))))
        .containsExactly("RECORD_REFERENCE_FILTERED shop");
    assertThat(refusal(() -> bench.create("call", call.formatted(other.id()))))
        .containsExactly("RECORD_REFERENCE_FILTERED shop");
    // What the filter compares with may not slip away from under the choice.
    assertThat(refusal(() -> bench.update(saved, "{\"area\": \"B\"}")))
        .containsExactly("RECORD_REFERENCE_FILTERED shop");
    // The chosen record may change: that is no reason to refuse another field.
    bench.update(right, "{\"open\": false}");
    assertThat(bench.update(saved, "{\"name\": \"d\"}").get("name")).isEqualTo("d");
  }

  @Test
  void the_record_being_typed_is_followed_over_its_lookups_and_known_by_its_id() {
    RecordView one = shop("x1", "X", true);
    RecordView two = shop("x2", "X", true);
    shop("y1", "Y", true);
    String first = "{\"first\": \"%s\"}".formatted(one.id());
    assertThat(offered("call", "near", null, first)).containsExactly("x2");
    assertThat(offered("call", "near", null, "{}")).isEmpty();
    assertThat(offered("shop", "parent", one.id(), "{}")).doesNotContain("x1").contains("x2");
    assertThat(offered("shop", "parent", null, "{}")).contains("x1", "x2");
    assertThat(refusal(() -> bench.update(two, "{\"parent\": \"%s\"}".formatted(two.id()))))
        .containsExactly("RECORD_REFERENCE_FILTERED parent");
    bench.update(two, "{\"parent\": \"%s\"}".formatted(one.id()));
    RecordView call =
        bench.create("call", "{\"name\": \"e\", \"first\": \"%s\"}".formatted(one.id()));
    assertThat(offered("call", "near", call.id(), "{}")).containsExactly("x2");
    assertThat(offered("call", "near", call.id(), "{\"first\": null}")).isEmpty();
  }

  @Test
  void a_wrong_filter_is_refused_where_it_stands() {
    assertThat(
            refusal(() ->
                bench
                    .model()
                    .publish(
                        "objects/bad.object.yaml",
                        """
                        name: bad
                        label: {zh: 坏, en: Bad}
                        nameField: name
                        fields:
                          - {name: name, type: text, filter: name = "x"}
                          - {name: shop, type: lookup, target: shop, filter: area = $Record.nothing}
                          - {name: odd, type: lookup, target: shop, filter: 'REGEX(area, "a.*")'}
                        """)))
        .hasSize(3)
        .anyMatch(issue -> issue.contains("FILTER_NOT_ALLOWED") && issue.contains("name.filter"))
        .anyMatch(issue -> issue.contains("shop.filter"))
        .anyMatch(issue -> issue.contains("odd.filter"));
  }
}
