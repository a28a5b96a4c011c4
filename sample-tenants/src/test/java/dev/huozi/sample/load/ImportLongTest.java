package dev.huozi.sample.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.sample.AppUnderTest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A million rows, and a hundred thousand over twenty kills.
@Tag("long")
class ImportLongTest {
  private static final long MOST_KILOBYTES = 700 * 1024;
  private static final int KILLS = 20;

  private static Path customers(Path folder, int rows) throws IOException {
    Path file = folder.resolve("customers.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Customer ID,Customer Name,Segment\n");
      for (int i = 0; i < rows; i++) {
        out.write("C%d,\"客户 %d, 有限公司\",Consumer\n".formatted(i, i));
      }
    }
    return file;
  }

  private static String start(LoadClient client, Path file) throws IOException {
    String address = client.upload(file);
    JsonNode proposal = client.get(address + "/proposal?object=customer");
    client.ok(200, "PUT", address + "/profile", proposal.toString());
    client.ok(202, "POST", address + "/start", "");
    return address;
  }

  @Test
  void a_million_rows_come_in_and_the_server_stays_small(@TempDir Path home)
      throws IOException, InterruptedException {
    try (AppUnderTest app = AppUnderTest.startIn(home, Map.of())) {
      LoadClient client = LoadClient.superstore(app, "million");
      JsonNode done = client.settled(start(client, customers(home, 1_000_000)));
      assertThat(done.at("/progress/records/customer/created").asInt())
          .as(done.toString())
          .isEqualTo(1_000_000);
      System.out.printf(
          "a million rows: %d rows/s, the server's peak %d MB%n",
          done.at("/progress/rowsPerSecond").asLong(), peak(app) / 1024);
      assertThat(peak(app)).as("kilobytes at most").isLessThan(MOST_KILOBYTES);
    }
  }

  private static long peak(AppUnderTest app) throws IOException {
    Matcher peak =
        Pattern.compile("VmHWM:\\s+(\\d+) kB")
            .matcher(Files.readString(Path.of("/proc/" + app.pid() + "/status")));
    return peak.find() ? Long.parseLong(peak.group(1)) : 0;
  }

  @Test
  void a_hundred_thousand_rows_survive_twenty_kills_at_random_moments(@TempDir Path home)
      throws IOException, InterruptedException {
    long seed = Long.getLong("huozi.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    try (AppUnderTest app = AppUnderTest.startIn(home, Map.of())) {
      LoadClient client = LoadClient.superstore(app, "kills");
      String address = start(client, customers(home, 100_000));
      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep(random.nextInt(1_500));
        app.killHard();
        app.restart();
      }
      JsonNode done = client.settled(address);
      assertThat(done.path("state").asText()).isEqualTo("done");
      assertThat(done.at("/progress/rows").asInt()).isEqualTo(100_000);
      assertThat(done.at("/progress/records/customer/created").asInt()).isEqualTo(100_000);
    }
  }
}
