package dev.huozi.ui.page.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.change.PlannedItem;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.ui.page.Words;
import dev.huozi.ui.testing.SampleModel;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Differences as a reader sees them: names, not API names; rows, not JSON.
@Tag("fast")
class ChangeTreeTest {
  private static final MetadataSnapshot SNAPSHOT = SampleModel.snapshot();
  private static final Words ZH = new Words(new Messages(), Messages.LANGUAGES.getFirst());
  private static final MetadataRef THING = new MetadataRef("object", "thing");
  private static final MetadataRef VIEW = new MetadataRef("view", "red_things");

  @Test
  void aPropertyIsNamedByLabelsAndItsValuesAreWords() {
    PlanView.Line line =
        only(item(Operation.CHANGE, THING, "fields.amount.required", null, "true", Risk.CAREFUL));
    assertThat(line.label()).isEqualTo("字段 › 数量 › 必填");
    assertThat(line.after()).isEqualTo("是");
    assertThat(line.risk().label()).isEqualTo("需留意");
  }

  @Test
  void aListShowsWhatCameWentAndMoved() {
    PlanView.Line line =
        only(
            item(
                Operation.CHANGE,
                VIEW,
                "columns",
                "[\"name\",\"amount\",\"price\",\"day\"]",
                "[\"name\",\"price\",\"amount\",\"owner.name\"]",
                Risk.SAFE));
    assertThat(line.before()).isNull();
    assertThat(line.rows())
        .extracting(row -> row.sign().mark() + row.text())
        .containsExactly("−日期", "+负责人 › 姓名", "↕价格：第 3 位 → 第 2 位", "↕数量：第 2 位 → 第 3 位", "其余 1 项不变");
  }

  @Test
  void aNameInAListIsAValueOfTheList() {
    PlanView.Line line =
        only(item(Operation.ADD, VIEW, "columns.amount", null, "\"amount\"", Risk.SAFE));
    assertThat(line.label()).isEqualTo("列");
    assertThat(line.after()).isEqualTo("数量");
  }

  @Test
  void aSortWordKeepsItsDirection() {
    PlanView.Line line =
        only(item(Operation.ADD, VIEW, "sort", null, "[\"-amount\",\"name\"]", Risk.SAFE));
    assertThat(line.rows()).extracting(PlanView.Row::text).containsExactly("数量 ↓", "名称");
  }

  @Test
  void aNewFieldSaysItsTypeAndWhatItHas() {
    String body =
        """
        {"name":"size","label":{"zh":"尺寸","en":"Size"},"type":"picklist","optionset":"colours","required":true}
        """;
    PlanView.Line line = only(item(Operation.ADD, THING, "fields.size", null, body, Risk.SAFE));
    assertThat(line.label()).isEqualTo("字段 › 尺寸");
    assertThat(line.detail()).isEqualTo("单选");
    assertThat(line.rows()).extracting(PlanView.Row::text).containsExactly("选项集：颜色", "必填：是");
  }

  @Test
  void aNewFieldIsKnownByNameInTheOtherChangesOfThePlan() {
    PlannedItem field =
        item(
            Operation.ADD,
            THING,
            "fields.size",
            null,
            "{\"name\":\"size\",\"label\":{\"zh\":\"尺寸\"},\"type\":\"text\"}",
            Risk.SAFE);
    PlannedItem column =
        item(Operation.CHANGE, VIEW, "columns", "[\"name\"]", "[\"name\",\"size\"]", Risk.SAFE);
    List<PlanView.Kind> kinds = tree(List.of(column, field));
    assertThat(kinds).extracting(PlanView.Kind::label).containsExactly("对象", "视图");
    assertThat(kinds.get(1).components().getFirst().lines().getFirst().rows().getFirst().text())
        .isEqualTo("尺寸");
  }

  @Test
  void aNewComponentShowsEachOfItsProperties() {
    String body =
        """
        {"name":"v2","label":{"zh":"新视图"},"object":"thing","columns":["name","day"],"filter":"good"}
        """;
    PlannedItem item =
        item(Operation.ADD, new MetadataRef("view", "v2"), "", null, body, Risk.SAFE);
    PlanView.Component component = tree(List.of(item)).getFirst().components().getFirst();
    assertThat(component.sign().mark()).isEqualTo("+");
    assertThat(component.label()).isEqualTo("新视图");
    assertThat(component.href()).as("it is not published").isNull();
    assertThat(component.lines())
        .extracting(PlanView.Line::label)
        .containsExactly("名称", "对象", "列", "筛选条件");
    assertThat(component.lines().get(1).after()).isEqualTo("物品");
  }

  @Test
  void noValueIsShownAsJson() {
    String body =
        """
        {"name":"main","label":{"zh":"布局"},"object":"thing","sections":[{"name":"a","label":{"zh":"甲"},"fields":["name"]}],
         "related":[{"object":"零件","field":"thing","columns":["名称"]}]}
        """;
    PlannedItem item =
        item(Operation.ADD, new MetadataRef("layout", "main"), "", null, body, Risk.SAFE);
    for (PlanView.Line line : tree(List.of(item)).getFirst().components().getFirst().lines()) {
      assertThat(line.rows()).allSatisfy(row -> assertThat(row.text()).doesNotContain("{", "["));
      assertThat(String.valueOf(line.after())).doesNotContain("{", "[");
    }
  }

  @Test
  void everyKeyOfEveryKindHasAWord() {
    Set<String> missing = new TreeSet<>();
    for (MetadataKind<?> kind : SampleModel.KINDS.all()) {
      if (KindWords.label(ZH, kind.id()).equals(kind.id())) {
        missing.add("kind_" + kind.id());
      }
      keys(kind.type(), missing);
    }
    FieldType.byId().values().forEach(type -> keys(type, missing));
    assertThat(missing).as("add these to page_zh.properties and page_en.properties").isEmpty();
  }

  private static void keys(Class<?> record, Set<String> missing) {
    PropertyWords properties =
        new PropertyWords(new ModelLabels(SNAPSHOT, SampleModel.KINDS, ZH, List.of()));
    for (RecordComponent component : record.getRecordComponents()) {
      if (properties.property(component.getName()).equals(component.getName())) {
        missing.add("property_" + component.getName());
      }
    }
    Arrays.stream(record.getDeclaredClasses())
        .filter(Class::isRecord)
        .forEach(inner -> keys(inner, missing));
  }

  private static PlanView.Line only(PlannedItem item) {
    return tree(List.of(item)).getFirst().components().getFirst().lines().getFirst();
  }

  private static List<PlanView.Kind> tree(List<PlannedItem> items) {
    ModelLabels labels = new ModelLabels(SNAPSHOT, SampleModel.KINDS, ZH, items);
    return new ChangeTree(labels, new ComponentLinks(SNAPSHOT, labels)).of(items);
  }

  private static PlannedItem item(
      Operation operation,
      MetadataRef ref,
      String path,
      @Nullable String before,
      @Nullable String after,
      Risk risk) {
    return new PlannedItem(operation, ref, path, json(before), json(after), risk);
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.read(text, JsonNode.class);
  }
}
