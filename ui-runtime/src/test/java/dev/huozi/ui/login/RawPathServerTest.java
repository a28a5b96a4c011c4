package dev.huozi.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.ui.ServerTest;
import dev.huozi.ui.testing.Client;
import dev.huozi.ui.testing.Fixture;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Addresses that layers could read differently, as bytes on the wire: never an answer from behind
/// a door.
@ServerTest
class RawPathServerTest {
  private static final List<String> SEPARATORS =
      List.of(
          "//",
          "/./",
          "/x/../",
          "/%2e/",
          "/%2e%2e/",
          "%2f",
          "%2F",
          "%5c",
          "\\",
          ";/",
          "/;a=b/",
          "%3b/",
          "%3B/",
          "/%20/",
          "/%00/",
          "/.;/");
  private static final List<String> ENDINGS =
      List.of(
          "/", "//", "/.", "/..", ";", ";x=y", "%3b", "%2f", "%5c", "\\", "%00", "%20", ".",
          "%252f", "?%2f", "%3f");

  @Inject RouteTable table;

  @Test
  void noMutationOfAProtectedAddressAnswersToNobody() throws IOException {
    int tried = 0;
    for (RouteTable.Route route : table.routes()) {
      if (route.roles().isEmpty()) {
        continue;
      }
      String path = route.path().replaceAll("\\{[^}]*}", "thing");
      for (String target : mutations(path)) {
        int status = status(route.method(), target);
        assertThat(status).as(route.method() + " " + target).isBetween(300, 499);
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(30 * 20);
  }

  @Test
  void anAmbiguousAddressIsRefusedAlsoForWhoMayComeIn() throws IOException {
    for (String target :
        new String[] {
          "/api//session",
          "/api/session;x",
          "/api/x/../session",
          "/api%2fsession",
          "/api/%2e/session"
        }) {
      assertThat(status("GET", target)).as(target).isEqualTo(400);
    }
    assertThat(Fixture.tenant("alpha").user().get("/api/session").status()).isEqualTo(200);
  }

  private static List<String> mutations(String path) {
    List<String> targets = new ArrayList<>();
    int last = path.lastIndexOf('/');
    for (String separator : SEPARATORS) {
      targets.add(path.substring(0, last) + separator + path.substring(last + 1));
      targets.add(
          separator.startsWith("/")
              ? separator + path.substring(1)
              : "/" + separator + path.substring(1));
    }
    ENDINGS.forEach(ending -> targets.add(path + ending));
    return targets;
  }

  /// Sends the request line as it is; ordinary clients would tidy it up.
  private static int status(String method, String target) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", Client.server().getPort())) {
      socket.setSoTimeout(5000);
      String request =
          method
              + " "
              + target
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = answer.readLine();
      return line == null ? 400 : Integer.parseInt(line.split(" ")[1]);
    }
  }
}
