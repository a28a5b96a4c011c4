package dev.huozi.ui.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.file.XlsxSheet;
import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists as files: what is seen is what is written, and no text is a formula.
@ServerTest
class ExportApiTest {
  private static final List<String> HOSTILE =
      List.of("=1+1", "+1", "-1+2", "@SUM(A1)", "＝1", "＋1", "'=1", "''=1", "a,\"b\"", "plain", "'");

  private final Client rep = Fixture.tenant("load").user();
  @TempDir Path folder;

  private byte[] bytes(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Client.server() + path)).header("Accept-Language", "zh");
    rep.headers()
        .forEach((name, value) -> {
          if (!name.startsWith("Accept")) {
            request.header(name, value);
          }
        });
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    return answer.body();
  }

  private String made() {
    String prefix = Fixture.name("export");
    for (int i = 0; i < HOSTILE.size(); i++) {
      Client.Answer made =
          rep.post(
              "/api/data/thing",
              "{\"name\": \"%s-%02d\", \"note\": %s, \"amount\": %d.5, \"colour\": \"RED\", \"good\": true, \"day\": \"2026-02-28\"}"
                  .formatted(prefix, i, Client.quoted(HOSTILE.get(i)), i));
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }
    return prefix;
  }

  private static String query(String prefix, String format) {
    return "/api/export/thing?fields=name,note,amount,colour,good,day&sort=-name&q="
        + prefix
        + "&format="
        + format;
  }

  @Test
  void aListIsWrittenInItsColumnsAndOrderAndItsTextsAreGuarded()
      throws IOException, InterruptedException {
    String prefix = made();
    String csv = new String(bytes(query(prefix, "csv")), StandardCharsets.UTF_8);
    List<String> lines = csv.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("\ufeff名称,备注,数量,颜色,好,日期");
    assertThat(lines).hasSize(HOSTILE.size() + 1);
    assertThat(lines.get(HOSTILE.size())).isEqualTo(prefix + "-00,'=1+1,0.500,红,是,2026-02-28");
    for (String line : lines.subList(1, lines.size())) {
      String note = line.split(",", -1)[1];
      assertThat(note).doesNotMatch("^[=+\\-@＝＋－＠].*");
    }
    String chinese = new String(bytes(query(prefix, "gb18030")), Charset.forName("GB18030"));
    assertThat(chinese.lines().findFirst()).hasValue("名称,备注,数量,颜色,好,日期");
    assertThat(rep.get(query(prefix, "pdf")).code()).isEqualTo("PARAMETER_INVALID");
    assertThat(rep.get("/api/export/thing?fields=nonsense").code())
        .isEqualTo("RECORD_FIELD_UNKNOWN");
  }

  @Test
  void whatIsExportedComesBackTheSameFromCsvAndFromWorkbooks()
      throws IOException, InterruptedException {
    for (String format : new String[] {"csv", "gb18030", "xlsx"}) {
      String prefix = made();
      byte[] file = bytes(query(prefix, format));
      if (format.equals("xlsx")) {
        Path copy = Files.write(folder.resolve("x.xlsx"), file);
        try (XlsxSheet sheet = new XlsxSheet(copy, null)) {
          SheetRow.Cells row = (SheetRow.Cells) sheet.next();
          assertThat(row).isNotNull();
          assertThat(row.cell(2).plain()).isTrue();
        }
      }
      for (String id : ids(prefix)) {
        assertThat(rep.delete("/api/data/thing/" + id, "\"1\"").status()).isEqualTo(204);
      }
      HttpResponse<String> sent = send("again." + (format.equals("xlsx") ? "xlsx" : "csv"), file);
      String address = sent.headers().firstValue("Location").orElseThrow();
      Client json = rep.with("Content-Type", "application/json");
      String profile = rep.get(address + "/proposal?object=thing").body();
      assertThat(json.send("PUT", address + "/profile", profile).status()).isEqualTo(200);
      json.send("POST", address + "/start", null);
      for (int i = 0;
          i < 2_000 && !rep.get(address).json().path("state").asText().equals("done");
          i++) {
        Thread.sleep(10);
      }
      List<String> notes = new ArrayList<>();
      rep.get("/api/data/thing?fields=note,amount,good&sort=name&q=" + prefix)
          .json()
          .path("records")
          .forEach(record -> notes.add(record.path("note").asText()));
      assertThat(notes).as(format).isEqualTo(HOSTILE);
    }
  }

  private List<String> ids(String prefix) {
    List<String> ids = new ArrayList<>();
    rep.get("/api/data/thing?fields=id&q=" + prefix)
        .json()
        .path("records")
        .forEach(record -> ids.add(record.path("id").asText()));
    return ids;
  }

  private HttpResponse<String> send(String name, byte[] bytes)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Client.server() + "/api/imports?name=" + name));
    rep.with("Content-Type", "application/octet-stream").headers().forEach(request::header);
    return HttpClient.newHttpClient()
        .send(
            request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
