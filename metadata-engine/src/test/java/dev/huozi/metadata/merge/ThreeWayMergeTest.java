package dev.huozi.metadata.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ThreeWayMergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static MergeOutcome merge(String installed, String pack, String tenant) {
    return ThreeWayMerge.merge(json(installed), json(pack), json(tenant), Map.of());
  }

  @Test
  void both_sides_keep_what_only_they_changed() {
    MergeOutcome outcome =
        merge(
            "{'label':'A','help':'B','fields':[{'name':'x'},{'name':'y'}]}",
            "{'label':'A','help':'C','fields':[{'name':'x'},{'name':'y'},{'name':'z'}]}",
            "{'label':'T','help':'B','fields':[{'name':'x'},{'name':'w'},{'name':'y'}]}");
    assertThat(outcome.body())
        .isEqualTo(
            json(
                "{'label':'T','help':'C','fields':[{'name':'x'},{'name':'w'},{'name':'y'},{'name':'z'}]}"));
    assertThat(outcome.localEdits())
        .extracting(MergeOutcome.LocalEdit::path)
        .containsExactly("label", "fields.w");
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void a_value_changed_on_both_sides_is_a_conflict_and_the_tenants_stands() {
    MergeOutcome outcome = merge("{'label':'A'}", "{'label':'B'}", "{'label':'C'}");
    assertThat(outcome.body()).isEqualTo(json("{'label':'C'}"));
    assertThat(outcome.conflicts())
        .singleElement()
        .satisfies(conflict -> {
          assertThat(conflict.path()).isEqualTo("label");
          assertThat(conflict.chosen()).isEqualTo(Side.TENANT);
        });
  }

  @Test
  void a_resolution_takes_the_packs_side() {
    MergeOutcome outcome =
        ThreeWayMerge.merge(
            json("{'label':'A'}"),
            json("{'label':'B'}"),
            json("{'label':'C'}"),
            Map.of("label", Side.PACK));
    assertThat(outcome.body()).isEqualTo(json("{'label':'B'}"));
  }

  @Test
  void the_same_change_on_both_sides_is_no_conflict() {
    MergeOutcome outcome = merge("{'label':'A'}", "{'label':'B'}", "{'label':'B'}");
    assertThat(outcome.body()).isEqualTo(json("{'label':'B'}"));
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void a_field_the_pack_drops_goes_unless_the_tenant_edited_it() {
    String installed = "{'fields':[{'name':'x','label':'X'},{'name':'y','label':'Y'}]}";
    assertThat(merge(installed, "{'fields':[{'name':'y','label':'Y'}]}", installed).body())
        .isEqualTo(json("{'fields':[{'name':'y','label':'Y'}]}"));
    MergeOutcome edited =
        merge(
            installed,
            "{'fields':[{'name':'y','label':'Y'}]}",
            "{'fields':[{'name':'x','label':'mine'},{'name':'y','label':'Y'}]}");
    assertThat(edited.body())
        .isEqualTo(json("{'fields':[{'name':'x','label':'mine'},{'name':'y','label':'Y'}]}"));
    assertThat(edited.conflicts())
        .extracting(MergeOutcome.Conflict::path)
        .containsExactly("fields.x");
  }

  @Test
  void what_the_tenant_removed_stays_removed() {
    MergeOutcome outcome =
        merge(
            "{'columns':['a','b','c']}", "{'columns':['a','b','c','d']}", "{'columns':['a','c']}");
    assertThat(outcome.body()).isEqualTo(json("{'columns':['a','c','d']}"));
    assertThat(outcome.localEdits())
        .extracting(MergeOutcome.LocalEdit::path)
        .containsExactly("columns.b");
  }

  @Test
  void the_tenants_order_survives_new_items_of_the_pack() {
    MergeOutcome outcome =
        merge(
            "{'columns':['a','b','c']}",
            "{'columns':['a','n','b','c']}",
            "{'columns':['c','b','a']}");
    assertThat(outcome.body()).isEqualTo(json("{'columns':['c','b','a','n']}"));
    assertThat(outcome.conflicts()).isEmpty();
  }

  @Test
  void two_different_orders_are_a_conflict() {
    MergeOutcome outcome =
        merge(
            "{'columns':['a','b','c']}", "{'columns':['b','a','c']}", "{'columns':['c','b','a']}");
    assertThat(outcome.body()).isEqualTo(json("{'columns':['c','b','a']}"));
    assertThat(outcome.conflicts())
        .extracting(MergeOutcome.Conflict::path)
        .containsExactly("columns (order)");
  }

  /// Ten thousand random triples: without edits the pack wins whole, without a new pack the tenant
  /// wins whole, and every leaf that the tenant changed is found in the merged body or in the list
  /// of conflicts.
  @Test
  void random_merges_lose_no_edit() {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 10_000; round++) {
      ObjectNode installed = body(random);
      ObjectNode pack = edit(random, installed);
      ObjectNode tenant = edit(random, installed);
      assertThat(ThreeWayMerge.merge(installed, pack, installed, Map.of()).body())
          .as("seed %d", seed)
          .isEqualTo(pack);
      MergeOutcome same = ThreeWayMerge.merge(installed, installed, tenant, Map.of());
      assertThat(same.body()).as("seed %d", seed).isEqualTo(tenant);
      assertThat(same.conflicts()).isEmpty();
      MergeOutcome outcome = ThreeWayMerge.merge(installed, pack, tenant, Map.of());
      for (MergeOutcome.LocalEdit localEdit : outcome.localEdits()) {
        assertThat(lookup(outcome.body(), localEdit.path()))
            .as("seed %d path %s", seed, localEdit.path())
            .isEqualTo(localEdit.tenant());
      }
    }
  }

  private static @org.jspecify.annotations.Nullable JsonNode lookup(
      @org.jspecify.annotations.Nullable JsonNode body, String path) {
    JsonNode at = body;
    for (String step : path.split("\\.")) {
      if (at == null) {
        return null;
      }
      if (at.isArray()) {
        JsonNode found = null;
        for (JsonNode item : at) {
          if (item.path("name").asText().equals(step)) {
            found = item;
          }
        }
        at = found;
      } else {
        at = at.get(step);
      }
    }
    return at;
  }

  private static ObjectNode body(Random random) {
    ObjectNode node = JSON.createObjectNode();
    node.put("label", "L" + random.nextInt(3));
    node.put("help", "H" + random.nextInt(3));
    for (int i = 0; i < 4; i++) {
      node.withArray("fields").addObject().put("name", "f" + i).put("scale", random.nextInt(3));
    }
    return node;
  }

  private static ObjectNode edit(Random random, ObjectNode from) {
    ObjectNode node = from.deepCopy();
    if (random.nextInt(3) == 0) {
      node.put("label", "L" + random.nextInt(9));
    }
    List<JsonNode> fields = new ArrayList<>();
    node.withArray("fields").forEach(fields::add);
    for (JsonNode field : fields) {
      if (random.nextInt(4) == 0) {
        ((ObjectNode) field).put("scale", random.nextInt(9));
      }
    }
    if (random.nextInt(3) == 0) {
      fields.remove(random.nextInt(fields.size()));
    }
    if (random.nextInt(3) == 0) {
      fields.add(
          random.nextInt(fields.size() + 1),
          JSON.createObjectNode().put("name", "n" + random.nextInt(1000)).put("scale", 1));
    }
    node.set("fields", JSON.createArrayNode().addAll(fields));
    return node;
  }
}
