package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.metadata.pack.PackPlan;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.metadata.pack.SeedLoader.SeedCount;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Seed data of packs: applied once, in an order that works, the tenant's changes left alone.
@Tag("db")
class SeedDataTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String BRAND =
      """
      name: brand
      nameField: name
      fields:
        - {name: name, type: text, required: true}
        - {name: code, type: text, unique: true}
      """;
  private static final String ARTICLE =
      """
      name: article
      nameField: name
      fields:
        - {name: sku, type: text, unique: true}
        - {name: name, type: text, required: true}
        - {name: brand, type: lookup, target: brand}
        - {name: about, type: polylookup, targets: [brand, user]}
        - {name: price, type: currency}
        - {name: fresh, type: boolean}
        - {name: since, type: date}
        - {name: size, type: picklist, optionset: size}
      """;
  private static final String SIZE =
      "name: size\nvalues: [{code: s, label: {en: S}}, {code: l, label: {en: L}}]\n";
  private static final String BRANDS = "code,name\nQH,清禾\nLX,\"Ling, Xi\"\n";
  private static final String ARTICLES =
      """
      sku,name,brand.code,about.brand.code,price,fresh,since,size
      A1,苏打水,QH,LX,3.50,true,2026-01-31,s
      A2,"Water ""still"" cold",LX,,2,false,,
      """;

  private static Map<String, String> files(String brands, String articles) {
    Map<String, String> files = new TreeMap<>();
    files.put("pack.yaml", "id: goods\nversion: 1.0.0\n");
    files.put("objects/brand.object.yaml", BRAND);
    files.put("objects/article.object.yaml", ARTICLE);
    files.put("optionsets/size.optionset.yaml", SIZE);
    files.put("data/brand.csv", brands);
    files.put("data/article.csv", articles);
    return files;
  }

  private static Pack pack(String brands, String articles) {
    return new PackReader(TestModels.KINDS).read(files(brands, articles));
  }

  private static TestTenant tenant(String code) {
    return new TestTenant(DATABASE.platform(), DATABASE.tenant(code)).founded();
  }

  private static List<String> names(TestTenant tenant, String object, String key) {
    ObjectModel model = tenant.object(object);
    SqlFragment keyColumn =
        SqlFragment.identifier(Objects.requireNonNull(model.field(key)).column());
    SqlFragment name = SqlFragment.identifier(model.nameField().column());
    return tenant.rows(
        SqlFragment.of("select ")
            .then(keyColumn)
            .then(", ")
            .then(name)
            .then(" from ")
            .then(SqlFragment.identifier(model.schema(), model.table()))
            .then(" order by 1"));
  }

  private static List<String> problems(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).as("a problem").isNotNull();
    return TestModels.lines(problem);
  }

  @Test
  void records_come_with_the_pack_once_and_references_find_theirs() {
    TestTenant tenant = tenant("seeds");
    Pack pack = pack(BRANDS, ARTICLES);
    PackPlan plan = tenant.deployer().plan(tenant.context(), pack, PackChoices.NONE);
    assertThat(plan.seeds())
        .containsExactly(
            new SeedCount("data/article.csv", "article", 2, 2),
            new SeedCount("data/brand.csv", "brand", 2, 2));
    tenant.deployer().apply(tenant.context(), pack);
    assertThat(names(tenant, "brand", "code")).containsExactly("LX | Ling, Xi", "QH | 清禾");
    assertThat(names(tenant, "article", "sku"))
        .containsExactly("A1 | 苏打水", "A2 | Water \"still\" cold");
    // Again, with one more: only that one is made, and what the tenant renamed stays.
    ObjectModel brand = tenant.object("brand");
    SqlFragment rename =
        SqlFragment.of("update ")
            .then(SqlFragment.identifier(brand.schema(), brand.table()))
            .then(" set ")
            .then(SqlFragment.identifier(brand.nameField().column()))
            .then(" = ? where ", "我的")
            .then(SqlFragment.identifier(Objects.requireNonNull(brand.field("code")).column()))
            .then(" = ?", "QH");
    tenant.database().inTransaction(tenant.tenant(), transaction -> transaction.execute(rename));
    Pack more = pack(BRANDS + "ZZ,新\n", ARTICLES);
    assertThat(tenant.deployer().plan(tenant.context(), more, PackChoices.NONE).seeds())
        .contains(new SeedCount("data/brand.csv", "brand", 3, 1));
    tenant.deployer().apply(tenant.context(), more);
    assertThat(names(tenant, "brand", "code"))
        .containsExactly("LX | Ling, Xi", "QH | 我的", "ZZ | 新");
    assertThat(names(tenant, "article", "sku")).hasSize(2);
  }

  @Test
  void everything_wrong_with_the_files_is_told_at_the_plan_with_its_place() {
    TestTenant tenant = tenant("wrong");
    long version = tenant.version();
    String articles =
        """
        sku,name,price,fresh,size,since
        A1,"Water, still",a lot,perhaps,xl,31.1.2026
        A2,,1,true,s,2026-01-31
        """;
    assertThat(
            problems(() ->
                tenant.deployer().plan(tenant.context(), pack(BRANDS, articles), PackChoices.NONE)))
        .containsExactly(
            "SEED_VALUE data/article.csv:2:19",
            "SEED_VALUE data/article.csv:2:25",
            "SEED_VALUE data/article.csv:2:33",
            "SEED_VALUE data/article.csv:2:36",
            "SEED_REQUIRED data/article.csv:3:1");
    String headers = "name,brand,nonsense,about.code\nx,y,z,w\n";
    assertThat(
            problems(() ->
                tenant.deployer().plan(tenant.context(), pack(BRANDS, headers), PackChoices.NONE)))
        .containsExactly(
            "SEED_KEY_FIELD data/article.csv:1:1",
            "SEED_REFERENCE data/article.csv:1:6",
            "FIELD_MISSING data/article.csv:1:12",
            "SEED_REFERENCE data/article.csv:1:21");
    assertThat(problems(() -> pack("code,name\nQH\nQH,a\nQH,b\n,c\n", "")))
        .containsExactly(
            "SEED_EMPTY data/article.csv:1:1",
            "SEED_COLUMNS data/brand.csv:2:1",
            "SEED_KEY data/brand.csv:4:1",
            "SEED_KEY data/brand.csv:5:1");
    assertThat(tenant.version()).isEqualTo(version);
  }

  @Test
  void what_only_the_records_can_tell_is_told_with_its_place_and_may_be_repeated() {
    TestTenant tenant = tenant("refused");
    String articles = "sku,name,brand.code\nA1,Water,QH\nA2,Juice,NOWHERE\n";
    assertThat(problems(() -> tenant.deployer().apply(tenant.context(), pack(BRANDS, articles))))
        .containsExactly("RECORD_REFERENCE_NOT_FOUND [records[1].brand] data/article.csv:3:10");
    assertThat(names(tenant, "brand", "code")).hasSize(2);
    assertThat(names(tenant, "article", "sku")).isEmpty();
    tenant.deployer().apply(tenant.context(), pack(BRANDS, articles.replace("NOWHERE", "LX")));
    assertThat(names(tenant, "article", "sku")).hasSize(2);
  }
}
