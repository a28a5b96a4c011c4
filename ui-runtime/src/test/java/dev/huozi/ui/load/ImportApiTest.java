package dev.huozi.ui.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A file over the API: sent, mapped, tried, loaded by the worker, watched, taken back.
@ServerTest
class ImportApiTest {
  private static final Set<String> AT_WORK =
      Set.of("checking", "running", "pausing", "cancelling", "undoing");

  private final Client rep = Fixture.tenant("load").user();

  private Client.Answer send(String name, String text) {
    return rep.with("Content-Type", "application/octet-stream")
        .send("POST", "/api/imports?name=" + Client.encode(name), text);
  }

  private JsonNode settled(String address) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < deadline) {
      JsonNode job = rep.get(address).json();
      if (!AT_WORK.contains(job.path("state").asText())) {
        return job;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("still at work: " + rep.get(address));
  }

  private JsonNode run(String address, String action) {
    Client.Answer answer =
        rep.with("Content-Type", "application/json").send("POST", address + "/" + action, null);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo(address);
    return settled(address);
  }

  @Test
  void aFileIsSentMappedTriedLoadedAndTakenBack() {
    String one = Fixture.name("loaded");
    String two = Fixture.name("loaded");
    Client.Answer sent = send("东西.csv", "名称,数量,颜色\n%s,123.4,红\n%s,x,红\n".formatted(one, two));
    assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
    String address = sent.header("Location");
    assertThat(sent.json().at("/file/columns").toString()).isEqualTo("[\"名称\",\"数量\",\"颜色\"]");
    assertThat(sent.json().at("/file/encoding").asText()).isEqualTo("UTF-8");

    Client.Answer proposal = rep.get(address + "/proposal?object=thing");
    assertThat(proposal.json().at("/targets/0/columns")).hasSize(3);
    Client.Answer mapped =
        rep.with("Content-Type", "application/json")
            .send("PUT", address + "/profile", proposal.body());
    assertThat(mapped.status()).as(mapped.toString()).isEqualTo(200);

    JsonNode checked = run(address, "check");
    assertThat(checked.path("state").asText()).isEqualTo("checked");
    assertThat(checked.at("/progress/refused").asInt()).isEqualTo(1);
    assertThat(rep.get("/api/data/thing?q=" + one).json().path("records")).isEmpty();

    JsonNode done = run(address, "start");
    assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
    assertThat(done.at("/progress/records/thing/created").asInt()).isEqualTo(1);
    JsonNode line = rep.get(address + "/lines").json().at("/lines/0");
    assertThat(line.path("line").asInt()).isEqualTo(3);
    assertThat(line.at("/notes/0/column").asText()).isEqualTo("数量");
    assertThat(line.at("/notes/0/message").asText()).contains("x");
    Client.Answer file = rep.get(address + "/refused.csv");
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(file.body()).startsWith("\ufeff名称,数量,颜色,!\r\n" + two + ",x,红,\"3: 数量");
    JsonNode made = rep.get("/api/data/thing?q=" + one).json().at("/records/0");
    assertThat(made.path("amount").decimalValue()).isEqualByComparingTo("123.4");
    assertThat(made.path("colour").asText()).isEqualTo("RED");

    String corrected = file.body().replace(",x,", ",5,");
    Client.Answer again = send("again.csv", corrected);
    String next = again.header("Location");
    Client.Answer remembered = rep.get(address + "/proposal");
    assertThat(remembered.json()).isEqualTo(proposal.json());
    rep.with("Content-Type", "application/json").send("PUT", next + "/profile", remembered.body());
    assertThat(run(next, "start").at("/progress/records/thing/created").asInt()).isEqualTo(1);

    assertThat(run(address, "undo").path("state").asText()).isEqualTo("undone");
    assertThat(rep.get("/api/data/thing?q=" + one).json().path("records")).isEmpty();
    assertThat(rep.get("/api/data/thing?q=" + two).json().path("records")).hasSize(1);
  }

  @Test
  void importsOfOthersDoNotExist() {
    String address = send("a.csv", "名称\nx\n").header("Location");
    Client other = Fixture.tenant("load2").user();
    for (String path : new String[] {"", "/lines", "/refused.csv", "/proposal?object=thing"}) {
      assertThat(other.get(address + path).status()).as(path).isEqualTo(404);
    }
    assertThat(Fixture.tenant("load").admin().get(address).status()).isEqualTo(200);
    assertThat(rep.get("/api/imports/nonsense").status()).isEqualTo(404);
    assertThat(rep.get("/api/imports").json().path("items")).isNotEmpty();
  }

  @Test
  void whatIsNoFileIsRefusedWithTheReason() {
    assertThat(send("empty.csv", "").status()).isGreaterThanOrEqualTo(400);
    assertThat(send("wide.csv", "c,".repeat(9_999)).code()).isEqualTo("LOAD_COLUMNS_TOO_MANY");
    assertThat(send("zip.xlsx", "PK\u0003\u0004nonsense").code()).isEqualTo("LOAD_WORKBOOK_BROKEN");
    Client.Answer large =
        rep.with("Content-Type", "application/octet-stream")
            .send("POST", "/api/imports?name=x.csv", "a\n" + "x".repeat(600));
    assertThat(large.status()).isEqualTo(201);
    String address = large.header("Location");
    Client.Answer wrong =
        rep.with("Content-Type", "application/json")
            .send(
                "PUT",
                address + "/profile",
                "{\"targets\": [{\"object\": \"thing\", \"columns\": [{\"column\": \"b\", \"field\": \"name\"}]}]}");
    assertThat(wrong.code()).isEqualTo("LOAD_PROFILE_INVALID");
    Client.Answer early =
        rep.with("Content-Type", "application/json").send("POST", address + "/start", null);
    assertThat(early.code()).isEqualTo("LOAD_PROFILE_EMPTY");
    assertThat(rep.delete(address, "*").status()).isEqualTo(204);
    assertThat(rep.get(address).status()).isEqualTo(404);
  }
}
