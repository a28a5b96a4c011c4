package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.extension.FieldPaths;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class WhereUsedTest {
  private static final Model MODEL =
      model(
          "optionsets/region.optionset.yaml",
          "name: region\nvalues: [{code: N}]\n",
          "optionsets/city.optionset.yaml",
          "name: city\nvalues: [{code: B}]\ndependsOn: {set: region, map: {N: [B]}}\n",
          "objects/store.object.yaml",
          """
          name: store
          nameField: title
          fields:
            - {name: title, label: {zh: 名称}, type: text}
            - {name: region, type: picklist, optionset: region}
            - {name: city, type: picklist, optionset: city, controlledBy: region}
          indexes: [[title], [region, title]]
          """,
          "objects/visit.object.yaml",
          """
          name: visit
          nameField: no
          fields:
            - {name: no, type: text}
            - {name: store, type: lookup, target: store}
          indexes: [[store]]
          """,
          "extensions/store_more.extension.yaml",
          """
          name: store_more
          object: store
          fields:
            - {name: area, type: picklist, optionset: region}
          """);

  private static Model model(String... files) {
    List<Component> components = new ArrayList<>();
    for (MetadataChange.Put put : TestModels.pack(files).components()) {
      components.add(
          new Component(components.size() + 1, put.kind(), Component.TENANT, put.definition()));
    }
    return new Model(components);
  }

  private static List<String> uses(String kind, String name, String field) {
    return UseIndex.of(TestModels.KINDS, MODEL)
        .of(new MetadataRef(kind, name), field.isEmpty() ? null : field)
        .stream()
        .map(found -> found.use().user() + " " + found.use().path())
        .toList();
  }

  @Test
  void components_and_fields_know_their_users_by_property_path() {
    assertThat(uses("object", "Store", ""))
        .containsExactlyInAnyOrder(
            "object visit fields.store.target", "extension store_more object");
    assertThat(uses("optionset", "region", ""))
        .containsExactlyInAnyOrder(
            "object store fields.region.optionset",
            "optionset city dependsOn.set",
            "extension store_more fields.area.optionset");
    assertThat(uses("object", "store", "REGION"))
        .containsExactlyInAnyOrder(
            "object store fields.city.controlledBy", "object store indexes.1");
    assertThat(uses("object", "store", "title"))
        .containsExactlyInAnyOrder(
            "object store nameField", "object store indexes.0", "object store indexes.1");
    assertThat(uses("extension", "store_more", "area")).isEmpty();
  }

  @Test
  void removal_takes_along_what_can_go_and_names_what_cannot() {
    ChangeList changes =
        Removal.of(TestModels.KINDS, MODEL, new MetadataRef("object", "store"), "region");
    assertThat(changes.changes()).hasSize(1);
    ObjectType store =
        (ObjectType) ((MetadataChange.Put) changes.changes().getFirst()).definition();
    assertThat(store.fields().stream().map(field -> field.name())).containsExactly("title", "city");
    assertThat(store.indexes()).containsExactly(List.of("title"));

    ChangeList whole =
        Removal.of(TestModels.KINDS, MODEL, new MetadataRef("object", "store"), null);
    assertThat(whole.changes().stream().map(MetadataChange::ref))
        .containsExactlyInAnyOrder(
            new MetadataRef("object", "visit"),
            new MetadataRef("object", "store"),
            new MetadataRef("extension", "store_more"));

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> Removal.of(TestModels.KINDS, MODEL, new MetadataRef("object", "store"), "title"));
    assertThat(TestModels.lines(refused))
        .containsExactly("COMPONENT_IN_USE [object store nameField]");
  }

  @Test
  void formulas_and_paths_name_fields_of_several_objects() {
    ObjectType visit = Objects.requireNonNull(MODEL.find(ObjectKind.KIND, "visit"));
    FieldPaths paths = new FieldPaths(MODEL, visit);
    paths.list(List.of("-store.region"), "sort");
    paths.formula("store.名称 = \"no\" and not isblank([store].city)", "filter");
    assertThat(
            paths.references().stream()
                .map(one -> one.object() + "." + one.field() + " at " + one.path()))
        .containsExactly(
            "visit.store at sort.0",
            "store.region at sort.0",
            "visit.store at filter",
            "store.title at filter",
            "visit.store at filter",
            "store.city at filter");
  }
}
