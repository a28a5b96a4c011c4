package dev.huozi.sample.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.demo.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Makes the tenant through the operator's door, unless it is there.
public final class Founding {
  /// Login name of the first administrator.
  public static final String ADMIN = "admin";

  private static final String TOKEN_FILE = "operator.token";

  private final HuoziClient operator;

  /// @param home folder of the server: whoever can read the token in it is its operator
  public Founding(HuoziClient server, Path home) {
    this.operator = server.withToken(token(home));
  }

  /// True when the tenant was made now, false when it was there.
  public boolean found(Company company, String adminName, String password) {
    for (JsonNode tenant : operator.get("/api/tenants", Map.of()).path("items")) {
      if (tenant.path("code").asText().equals(company.code())) {
        return false;
      }
    }
    ObjectNode body =
        HuoziClient.object()
            .put("code", company.code())
            .put("name", company.name())
            .put("zone", Company.ZONE.getId())
            .put("currency", "CNY")
            .put("sortCollation", "zh")
            .put("locale", "zh-CN");
    body.putObject("admin").put("user", ADMIN).put("name", adminName).put("password", password);
    operator.post("/api/tenants", body);
    return true;
  }

  private static String token(Path home) {
    Path file = home.resolve(TOKEN_FILE);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The operator's token (%s) cannot be read.\nMaybe --home names another folder than the server's HUOZI_HOME."
              .formatted(file),
          e);
    }
  }
}
