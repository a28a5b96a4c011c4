package dev.huozi.sample.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import dev.huozi.metadata.pack.ExportSide;
import dev.huozi.metadata.pack.InstalledPack;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.metadata.pack.PackPlan;
import dev.huozi.metadata.pack.PackPlan.Fate;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.platform.TestDatabase;
import dev.huozi.sample.AppUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A real upgrade, `visit` 1 to 2, over what a tenant made of it.
@Tag("db")
class VisitUpgradeTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String TYPE_LABEL = "object/visit#fields.type.label.zh";
  private static final String FILTER = "view/near_expiry#filter";

  /// Version 2: the files of version 1, those that changed, less one view.
  private static Pack visit2() {
    Map<String, String> files = new TreeMap<>(SamplePacks.files("visit"));
    Path changed = AppUnderTest.root().resolve("sample-tenants/src/test/resources/packs/visit_2");
    try (Stream<Path> all = Files.walk(changed)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(changed.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.remove("views/recent_visits.view.yaml");
    return new PackReader(SamplePacks.KINDS).read(files);
  }

  private static PackTenant tenant(String code) {
    List<Pack> packs = List.of(SamplePacks.read("crm_base"), SamplePacks.read("visit"));
    return new PackTenant(DATABASE.platform(), DATABASE.tenant(code), packs);
  }

  /// Ten edits, two of them where version 2 wants something else.
  private static void tenEdits(PackTenant tenant) {
    tenant.edit(
        "object",
        "visit",
        visit -> {
          text(visit.with("label"), "zh", "客户拜访"); // 1
          text(item(visit, "fields", "type").with("label"), "zh", "拜访类别"); // 2: so does version 2
          item(visit, "fields", "next_plan").put("required", true); // 3
          ArrayNode fields = visit.withArray("fields");
          fields.addObject().put("name", "weather").put("type", "text").put("maxLength", 20); // 4
          JsonNode summary = take(fields, "summary"); // 5: the summary right after the number
          fields.insert(1, summary);
        });
    tenant.edit(
        "optionset",
        "visit_type",
        set -> {
          set.withArray("values")
              .addObject()
              .put("code", "inspection")
              .with("label")
              .put("zh", "门店检查"); // 6
          text(item(set, "values", "routine").with("label"), "en", "Regular call"); // 7
        });
    tenant.edit(
        "view",
        "my_visits",
        view -> {
          ArrayNode columns = view.withArray("columns"); // 8
          for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).asText().equals("checkout_at")) {
              columns.remove(i);
            }
          }
        });
    tenant.edit(
        "view",
        "near_expiry",
        view ->
            view.put(
                "filter",
                "expiry_date >= TODAY() and expiry_date <= TODAY() + 60")); // 9: so does version 2
    tenant.edit(
        "layout",
        "visit_main",
        layout -> text(item(layout, "sections", "audit").with("label"), "zh", "督导稽核")); // 10
  }

  private static void text(ObjectNode node, String language, String text) {
    node.put(language, text);
  }

  private static ObjectNode item(ObjectNode body, String list, String name) {
    for (JsonNode item : body.withArray(list)) {
      if (item.path("name").asText().equals(name) || item.path("code").asText().equals(name)) {
        return (ObjectNode) item;
      }
    }
    throw new AssertionError(list + " " + name);
  }

  private static JsonNode take(ArrayNode list, String name) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("name").asText().equals(name)) {
        return list.remove(i);
      }
    }
    throw new AssertionError(name);
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(item -> item.path("name").asText()).toList();
  }

  private static InstalledPack visit(PackTenant tenant) {
    return tenant.deployer().installed(tenant.context()).stream()
        .filter(pack -> pack.id().equals("visit"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ten_local_edits_survive_and_the_two_real_conflicts_are_listed() {
    PackTenant tenant = tenant("upgrade");
    tenEdits(tenant);
    assertThat(visit(tenant).localEdits()).isEqualTo(10);

    PackPlan plan = tenant.deployer().plan(tenant.context(), visit2(), PackChoices.NONE);
    assertThat(plan.localEdits()).hasSize(10).allMatch(edit -> edit.fate() == Fate.KEPT);
    assertThat(plan.lost()).isZero();
    assertThat(plan.conflicts())
        .extracting(PackPlan.Conflicted::key)
        .containsExactlyInAnyOrder(TYPE_LABEL, FILTER);

    tenant.deployer().apply(tenant.context(), visit2());
    ObjectNode visit = tenant.body("object", "visit");
    assertThat(visit.at("/label/zh").asText()).isEqualTo("客户拜访");
    assertThat(item(visit, "fields", "type").at("/label/zh").asText()).isEqualTo("拜访类别");
    assertThat(item(visit, "fields", "next_plan").path("required").asBoolean()).isTrue();
    assertThat(names(visit.path("fields")))
        .startsWith("number", "summary")
        .contains("weather", "minutes");
    // What only version 2 changed is there too.
    assertThat(item(visit, "fields", "type").at("/label/en").asText()).isEqualTo("Purpose");
    assertThat(item(visit, "fields", "summary").at("/help/en").asText())
        .endsWith("what to follow up.");
    ObjectNode types = tenant.body("optionset", "visit_type");
    assertThat(types.path("values").valueStream().map(value -> value.path("code").asText()))
        .containsExactlyInAnyOrder(
            "routine", "promotion", "collection", "complaint", "training", "joint", "inspection");
    assertThat(item(types, "values", "routine").at("/label/en").asText()).isEqualTo("Regular call");
    assertThat(tenant.body("view", "my_visits").path("columns").toString())
        .isEqualTo("[\"target\",\"type\",\"status\",\"checkin_at\",\"minutes\"]");
    assertThat(tenant.body("view", "near_expiry").path("filter").asText()).endsWith("+ 60");
    ObjectNode layout = tenant.body("layout", "visit_main");
    assertThat(item(layout, "sections", "audit").at("/label/zh").asText()).isEqualTo("督导稽核");
    assertThat(item(layout, "sections", "time").path("fields")).hasSize(3);
    assertThat(tenant.catalogue().model().component("view", "recent_visits")).isNull();
    assertThat(tenant.catalogue().model().component("view", "short_visits")).isNotNull();

    assertThat(visit(tenant).version()).isEqualTo("2.0.0");
    assertThat(visit(tenant).localEdits()).isEqualTo(10);
    // Once more: nothing to do, and nothing is in conflict any more.
    PackPlan again = tenant.deployer().plan(tenant.context(), visit2(), PackChoices.NONE);
    assertThat(again.plan().isEmpty()).isTrue();
    assertThat(again.conflicts()).isEmpty();
  }

  @Test
  void a_choice_gives_up_exactly_the_edit_it_names() {
    PackTenant tenant = tenant("choice");
    tenEdits(tenant);
    PackChoices choices = new PackChoices(Map.of(FILTER, Side.PACK), Map.of());
    PackPlan plan = tenant.deployer().plan(tenant.context(), visit2(), choices);
    assertThat(plan.localEdits().stream().filter(edit -> edit.fate() == Fate.GIVEN_UP))
        .singleElement()
        .satisfies(edit -> assertThat(PackChoices.key(edit.ref(), edit.path())).isEqualTo(FILTER));
    assertThat(plan.lost()).isZero();
    tenant.deployer().apply(tenant.context(), visit2(), choices, null);
    assertThat(tenant.body("view", "near_expiry").path("filter").asText()).endsWith("+ 30");
    assertThat(item(tenant.body("object", "visit"), "fields", "type").at("/label/zh").asText())
        .isEqualTo("拜访类别");
    assertThat(visit(tenant).localEdits()).isEqualTo(9);
  }

  @Test
  void both_sides_are_exported_byte_for_byte() {
    PackTenant tenant = tenant("sides");
    Map<String, String> files = SamplePacks.files("visit");
    assertThat(tenant.deployer().export(tenant.context(), "visit", ExportSide.AS_IS))
        .isEqualTo(files);
    tenEdits(tenant);
    assertThat(tenant.deployer().export(tenant.context(), "visit", ExportSide.AS_INSTALLED))
        .isEqualTo(files);
    assertThat(tenant.deployer().export(tenant.context(), "visit", ExportSide.AS_IS))
        .hasEntrySatisfying(
            "views/near_expiry.view.yaml", text -> assertThat(text).contains("+ 60"));
    // What the tenant added to the pack's objects travels as a pack of its own.
    Map<String, String> own =
        tenant.deployer().export(tenant.context(), "tenant", ExportSide.AS_IS);
    assertThat(own).containsOnlyKeys("pack.yaml", "extensions/visit_own_fields.extension.yaml");
    assertThat(own.get("extensions/visit_own_fields.extension.yaml")).contains("name: weather");
    assertThat(own.get("pack.yaml")).contains("- pack: visit\n    version: ^1.0.0\n");
    new PackReader(SamplePacks.KINDS).read(own);
  }
}
