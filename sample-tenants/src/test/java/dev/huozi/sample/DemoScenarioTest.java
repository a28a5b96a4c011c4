package dev.huozi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.sample.demo.Company;
import dev.huozi.sample.demo.DemoTable;
import dev.huozi.sample.demo.DemoTenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The demo on the packaged server: complete, not doubled by a second load, separate from its
/// neighbour.
@Tag("db")
class DemoScenarioTest {
  private final AppUnderTest app = AppUnderTest.sharedWithDemo();

  @Test
  void a_second_load_doubles_nothing() {
    ApiClient admin = login(Company.QINGHEQUAN, "admin");
    DemoTenant expected = DemoTenant.of(Company.QINGHEQUAN, today(admin));
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (DemoTable table : expected.tables()) {
      sizes.put(table.object(), table.records().size());
    }
    assertThat(counts(admin, sizes)).isEqualTo(sizes);
    String printed = app.loadDemo();
    assertThat(printed)
        .contains("store: 800 (0 of them new)", "0 accounts")
        .doesNotContain("tenant ");
    assertThat(counts(admin, sizes)).isEqualTo(sizes);
  }

  @Test
  void a_rep_finds_his_own_stores_in_his_first_list() {
    ApiClient rep = login(Company.QINGHEQUAN, "rep01");
    JsonNode page = rep.get("/api/data/store?view=my_stores&limit=50&count=true").body();
    assertThat(page.path("total").asInt()).isBetween(55, 67);
    for (JsonNode store : page.path("records")) {
      assertThat(store.path("owner").path("name").asText("陈嘉树")).isEqualTo("陈嘉树");
      assertThat(store.path("status").asText()).isNotEqualTo("closed");
    }
  }

  @Test
  void the_neighbour_sees_only_its_own() {
    app.loadDemo("--tenant", Company.LINGXI.code());
    ApiClient neighbour = login(Company.LINGXI, "rep01");
    assertThat(count(neighbour, "store")).isEqualTo(Company.LINGXI.stores());
    JsonNode foreign =
        login(Company.QINGHEQUAN, "admin")
            .get("/api/data/store?limit=1")
            .body()
            .path("records")
            .get(0);
    assertThat(neighbour.get("/api/data/store/" + foreign.path("id").asText()).status())
        .isEqualTo(404);
  }

  /// Every view of the packs answers, for a rep and for the admin: filters, paths, sorts and quick
  /// filters are real.
  @Test
  void every_view_lists() {
    for (String user : new String[] {"admin", "rep01"}) {
      ApiClient client = login(Company.QINGHEQUAN, user);
      for (JsonNode view : client.get("/api/meta/view").body().path("items")) {
        String name = view.path("name").asText();
        String object =
            client.get("/api/meta/view/" + name).body().path("body").path("object").asText();
        ApiClient.Answer answer =
            client.get("/api/data/%s?view=%s&limit=25".formatted(object, name));
        assertThat(answer.status()).as("%s as %s: %s", name, user, answer.body()).isEqualTo(200);
      }
    }
  }

  private static Map<String, Integer> counts(ApiClient client, Map<String, Integer> of) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    of.keySet().forEach(object -> counts.put(object, count(client, object)));
    return counts;
  }

  /// Page by page: the total of a list is only counted up to a cap.
  private static int count(ApiClient client, String object) {
    int count = 0;
    String cursor = "";
    do {
      JsonNode page = client.get("/api/data/%s?limit=200%s".formatted(object, cursor)).body();
      count += page.path("records").size();
      String next = page.path("next").asText("");
      cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    } while (!cursor.isEmpty());
    return count;
  }

  private static LocalDate today(ApiClient client) {
    for (JsonNode unit :
        client.get("/api/data/org_unit?fields=code&limit=200").body().path("records")) {
      if (unit.path("code").asText("").startsWith(DemoTenant.MARK)) {
        return LocalDate.parse(unit.path("code").asText().substring(DemoTenant.MARK.length()));
      }
    }
    throw new AssertionError("No org unit tells the day of the demo.");
  }

  private ApiClient login(Company company, String user) {
    return new ApiClient(app).login(company.code(), user, DemoClient.PASSWORD);
  }
}
