package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.service.DefaultRecordService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Parameters and translations of packs, seen on a running tenant.
@Tag("db")
class PackParamsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String MANIFEST =
      """
      # yaml-language-server: $schema=.schemas/pack.schema.json
      id: shops
      version: 1.0.0
      label:
        zh: 店铺
        en: Shops
      params:
        - name: city
          label:
            en: City
          type: text
          maxLength: 20
          defaultValue: 上海
        - name: length
          type: number
          precision: 4
          scale: 0
          defaultValue: 40
        - name: size
          type: picklist
          optionset: shop_size
          defaultValue: small
      """;
  private static final String SHOP =
      """
      # yaml-language-server: $schema=../.schemas/object.schema.json
      name: shop
      label:
        zh: 店铺
        en: Shop in ${city}
      nameField: name
      fields:
        - name: name
          type: text
          maxLength: ${length}
        - name: city
          type: text
          defaultValue: ${city}
        - name: size
          type: picklist
          optionset: shop_size
          defaultValue: ${size}
      """;
  private static final String SIZE =
      """
      # yaml-language-server: $schema=../.schemas/optionset.schema.json
      name: shop_size
      values:
        - code: small
          label:
            en: Small
        - code: large
          label:
            en: Large
      """;
  private static final String JAPANESE =
      """
      # yaml-language-server: $schema=../.schemas/translation.schema.json
      object/shop#fields.name.label: 店名
      object/shop#label: 店舗
      optionset/shop_size#values.small.label: 小
      pack#label: 店舗
      """;

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("pack.yaml", MANIFEST);
    files.put("objects/shop.object.yaml", SHOP);
    files.put("optionsets/shop_size.optionset.yaml", SIZE);
    files.put("translations/ja.yaml", JAPANESE);
    return files;
  }

  private static Pack pack() {
    return new PackReader(TestModels.KINDS).read(files());
  }

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
  }

  private static List<String> problems(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).as("a problem").isNotNull();
    return TestModels.lines(problem);
  }

  private static Map<String, Object> newShop(TestTenant tenant, String name) {
    ObjectNode values = (ObjectNode) Json.read("{\"name\": \"" + name + "\"}");
    return new DefaultRecordService(tenant.database(), tenant.registry())
        .execute(tenant.context(), new RecordCommand.Create("shop", values, null))
        .values();
  }

  private static FieldType nameType(TestTenant tenant) {
    return Objects.requireNonNull(tenant.object("shop").field("name")).field().type();
  }

  @Test
  void a_chosen_value_holds_until_another_is_chosen() {
    TestTenant tenant = tenant("params");
    tenant.deployer().apply(tenant.context(), pack());
    assertThat(newShop(tenant, "A")).containsEntry("city", "上海").containsEntry("size", "small");
    assertThat(nameType(tenant)).isEqualTo(new FieldType.Text(40));

    PackChoices choices =
        new PackChoices(
            Map.of(), Map.of("city", TextNode.valueOf("北京"), "length", IntNode.valueOf(60)));
    tenant.deployer().apply(tenant.context(), pack(), choices, null);
    assertThat(newShop(tenant, "B")).containsEntry("city", "北京").containsEntry("size", "small");
    assertThat(nameType(tenant)).isEqualTo(new FieldType.Text(60));
    assertThat(tenant.object("shop").definition().label().get(Locale.ENGLISH, ""))
        .isEqualTo("Shop in 北京");
    // Applied again without a word: what was chosen stays, and is no edit of the tenant.
    assertThat(tenant.deployer().plan(tenant.context(), pack(), PackChoices.NONE).plan().isEmpty())
        .isTrue();
    tenant.deployer().apply(tenant.context(), pack());
    assertThat(newShop(tenant, "C")).containsEntry("city", "北京");
    assertThat(tenant.deployer().installed(tenant.context()).getFirst().localEdits()).isZero();
  }

  @Test
  void going_back_brings_the_earlier_parameters_back() {
    TestTenant tenant = tenant("back");
    long first = tenant.deployer().apply(tenant.context(), pack());
    PackChoices choices =
        new PackChoices(
            Map.of(), Map.of("city", TextNode.valueOf("北京"), "length", IntNode.valueOf(60)));
    tenant.deployer().apply(tenant.context(), pack(), choices, null);
    assertThat(nameType(tenant)).isEqualTo(new FieldType.Text(60));
    tenant
        .versions()
        .rollback(tenant.context(), first, new Approval(tenant.version(), null, true), "back");
    assertThat(nameType(tenant)).isEqualTo(new FieldType.Text(40));
    assertThat(newShop(tenant, "A")).containsEntry("city", "上海");
    assertThat(tenant.deployer().installed(tenant.context()).getLast().localEdits()).isZero();
    // What was chosen then is what a further application goes by.
    assertThat(tenant.deployer().plan(tenant.context(), pack(), PackChoices.NONE).plan().isEmpty())
        .isTrue();
  }

  @Test
  void what_was_applied_is_exported_with_its_parameters_and_translations() {
    TestTenant tenant = tenant("exported");
    PackChoices choices = new PackChoices(Map.of(), Map.of("city", TextNode.valueOf("北京")));
    tenant.deployer().apply(tenant.context(), pack(), choices, null);
    for (ExportSide side : ExportSide.values()) {
      assertThat(tenant.deployer().export(tenant.context(), "shops", side))
          .as(side.name())
          .isEqualTo(files());
    }
    assertThat(new PackFormat(TestModels.KINDS).check(files())).isEmpty();
    tenant.publish(
        "objects/shop.object.yaml",
        SHOP.replace("maxLength: ${length}", "maxLength: 99")
            .replace("${city}", "北京")
            .replace("${size}", "large"));
    String shop =
        tenant
            .deployer()
            .export(tenant.context(), "shops", ExportSide.AS_IS)
            .getOrDefault("objects/shop.object.yaml", "");
    assertThat(shop).contains("maxLength: 99", "defaultValue: ${city}", "defaultValue: large");
  }

  @Test
  void texts_in_other_languages_become_part_of_the_definitions() {
    TestTenant tenant = tenant("japanese");
    tenant.deployer().apply(tenant.context(), pack());
    assertThat(tenant.object("shop").definition().label().get(Locale.JAPANESE, "")).isEqualTo("店舗");
    assertThat(
            Objects.requireNonNull(tenant.object("shop").field("name"))
                .field()
                .label()
                .get(Locale.JAPANESE, ""))
        .isEqualTo("店名");
  }

  @Test
  void values_that_do_not_fit_and_names_that_do_not_exist_are_refused() {
    TestTenant tenant = tenant("unfit");
    PackChoices choices =
        new PackChoices(
            Map.of(),
            Map.of(
                "length", TextNode.valueOf("long"),
                "size", TextNode.valueOf("huge"),
                "town", TextNode.valueOf("x")));
    assertThat(problems(() -> tenant.deployer().plan(tenant.context(), pack(), choices)))
        .containsExactly(
            "PARAM_VALUE [params.length] pack.yaml:14:5",
            "PARAM_VALUE [params.size] pack.yaml:19:5",
            "PARAM_UNKNOWN [params.town] pack.yaml:7:1");
    Map<String, String> wrong = files();
    wrong.put("objects/shop.object.yaml", SHOP.replace("${size}", "${seize}"));
    wrong.put(
        "translations/ja.yaml", JAPANESE + "object/shop#nameField: x\nobject/none#label: y\n");
    wrong.put("pack.yaml", MANIFEST.replace("defaultValue: 40", "defaultValue: forty"));
    assertThat(problems(() -> new PackReader(TestModels.KINDS).read(wrong)))
        .contains(
            "PARAM_VALUE [params.length] pack.yaml:14:5",
            "PARAM_UNKNOWN objects/shop.object.yaml:17:5",
            "TRANSLATION_TARGET translations/ja.yaml:6:1",
            "TRANSLATION_TARGET translations/ja.yaml:7:1");
  }
}
