package dev.huozi.sample.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.sample.AppUnderTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 9,994 real order lines become customers, products, orders and lines, and come back exactly. The
/// server is killed while it loads them.
@Tag("db")
class SuperstoreTest {
  private static final int KILLS = 5;
  private static final Path FILE = file();

  /// The file of the sibling folder `shared`, wherever above the checkout that is.
  private static Path file() {
    Path folder = AppUnderTest.root().toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    return folder.resolve("shared/data/superstore.csv");
  }

  @Test
  void one_flat_file_fills_four_objects_over_five_kills_and_comes_back_to_the_last_digit(
      @TempDir Path home) throws IOException, InterruptedException {
    assumeTrue(Files.exists(FILE), "no sibling folder shared");
    try (AppUnderTest app = AppUnderTest.startIn(home, Map.of())) {
      LoadClient client = LoadClient.superstore(app, "superstore");
      String address = client.upload(FILE);
      client.ok(200, "PUT", address + "/profile", LoadClient.profile());

      client.ok(202, "POST", address + "/check", "");
      JsonNode checked = client.settled(address);
      assertThat(checked.path("state").asText()).as(checked.toString()).isEqualTo("checked");
      assertThat(checked.at("/progress/refused").asInt()).isZero();
      assertThat(checked.at("/progress/total").asInt()).isEqualTo(9_994);

      client.ok(202, "POST", address + "/start", "");
      for (int kill = 0; kill < KILLS; kill++) {
        awaitRows(client, address, (kill + 1) * 1_500L);
        app.killHard();
        app.restart();
      }
      check(client, address);
      undo(client, address);
    }
  }

  private static void awaitRows(LoadClient client, String address, long rows)
      throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      JsonNode job = client.get(address);
      if (job.at("/progress/rows").asLong() >= rows
          || !job.path("state").asText().equals("running")) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no progress: " + client.get(address));
  }

  private static void check(LoadClient client, String address) throws InterruptedException {
    JsonNode done = client.settled(address);
    assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
    JsonNode made = done.at("/progress/records");
    assertThat(made.at("/customer/created").asInt()).isEqualTo(793);
    assertThat(made.at("/product/created").asInt()).isEqualTo(1_862);
    assertThat(made.at("/order/created").asInt()).isEqualTo(5_009);
    assertThat(made.at("/order_line/created").asInt()).isEqualTo(9_994);
    assertThat(done.at("/progress/refused").asInt()).isZero();

    assertThat(sum(client, "")).isEqualByComparingTo("2297200.8603");
    assertThat(sum(client, "order.region = \"West\"")).isEqualByComparingTo("725457.8245");
    assertThat(sum(client, "order.region = \"South\"")).isEqualByComparingTo("391721.9050");
    assertThat(count(client, "customer")).isEqualTo(793);
    assertThat(count(client, "order")).isEqualTo(5_009);

    Set<String> products = new HashSet<>();
    String after = "";
    int lines = 0;
    while (true) {
      JsonNode page = client.get(address + "/lines?kind=conflict&limit=1000" + after);
      int column = column(done, "Product ID");
      for (JsonNode line : page.path("lines")) {
        lines++;
        products.add(line.path("cells").get(column).asText());
        assertThat(line.at("/notes/0/column").asText()).isEqualTo("Product Name");
        assertThat(line.at("/notes/0/code").asText()).isEqualTo("RECORD_DIFFERS");
      }
      if (!page.has("after")) {
        break;
      }
      after = "&after=" + page.path("after").asLong();
    }
    assertThat(products).hasSize(32);
    assertThat(lines).isEqualTo(137);
    JsonNode first =
        client
            .get(
                "/api/data/product?fields=name&filter="
                    + LoadClient.encode("code = \"FUR-BO-10002213\""))
            .at("/records/0/name");
    assertThat(first.asText()).isEqualTo("DMI Eclipse Executive Suite Bookcases");
  }

  private static int column(JsonNode job, String name) {
    int place = 0;
    for (JsonNode column : job.at("/file/columns")) {
      if (column.asText().equals(name)) {
        return place;
      }
      place++;
    }
    throw new AssertionError(name);
  }

  private static void undo(LoadClient client, String address) throws InterruptedException {
    client.ok(202, "POST", address + "/undo", "");
    JsonNode undone = client.settled(address);
    assertThat(undone.path("state").asText()).as(undone.toString()).isEqualTo("undone");
    for (String object : new String[] {"customer", "product", "order", "order_line"}) {
      assertThat(count(client, object)).as(object).isZero();
    }
  }

  private static BigDecimal sum(LoadClient client, String filter) {
    BigDecimal sum = BigDecimal.ZERO;
    String base =
        "/api/data/order_line?fields=sales&limit=200"
            + (filter.isEmpty() ? "" : "&filter=" + LoadClient.encode(filter));
    String next = "";
    do {
      JsonNode page = client.get(base + (next.isEmpty() ? "" : "&cursor=" + next));
      for (JsonNode record : page.path("records")) {
        sum = sum.add(record.path("sales").decimalValue());
      }
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return sum;
  }

  private static int count(LoadClient client, String object) {
    int count = 0;
    String next = "";
    do {
      JsonNode page =
          client.get(
              "/api/data/%s?fields=id&limit=200%s"
                  .formatted(object, next.isEmpty() ? "" : "&cursor=" + next));
      count += page.path("records").size();
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return count;
  }

  @Test
  void the_same_file_in_gb18030_gives_the_same_records(@TempDir Path home)
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(FILE), "no sibling folder shared");
    Path chinese = home.resolve("订单.csv");
    String text = Files.readString(FILE).lines().limit(500).reduce("", (a, b) -> a + b + "\r\n");
    Files.write(chinese, text.replace("Claire Gute", "古克莱尔").getBytes(Charset.forName("GB18030")));
    try (AppUnderTest app = AppUnderTest.startIn(home, Map.of())) {
      LoadClient client = LoadClient.superstore(app, "chinese");
      String address = client.upload(chinese);
      assertThat(client.get(address).at("/file/encoding").asText()).isEqualTo("GB18030");
      client.ok(200, "PUT", address + "/profile", LoadClient.profile());
      client.ok(202, "POST", address + "/start", "");
      JsonNode done = client.settled(address);
      assertThat(done.at("/progress/records/order_line/created").asInt()).isEqualTo(499);
      assertThat(
              client
                  .get(
                      "/api/data/customer?fields=name&filter="
                          + LoadClient.encode("code = \"CG-12520\""))
                  .at("/records/0/name")
                  .asText())
          .isEqualTo("古克莱尔");
    }
  }
}
