package dev.huozi.sample.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.client.HuoziClient;
import dev.huozi.sample.client.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/// A tenant that a bench founds for itself.
///
/// @param code its code
public record BenchTenant(String code) {
  public static final String PASSWORD = "huozi-bench-2026";

  /// Founds the tenant and logs its administrator in.
  public HuoziClient found(ServerProcess server) {
    ObjectNode body =
        HuoziClient.object()
            .put("code", code)
            .put("name", code)
            .put("zone", "Asia/Shanghai")
            .put("currency", "CNY")
            .put("sortCollation", "zh")
            .put("locale", "zh-CN");
    body.putObject("admin").put("user", "admin").put("name", "Admin").put("password", PASSWORD);
    HuoziClient.of(server.url()).withToken(operator(server)).post("/api/tenants", body);
    return administrator(server);
  }

  /// The administrator on any server of the database.
  public HuoziClient administrator(ServerProcess server) {
    return HuoziClient.of(server.url()).logIn(code, "admin", PASSWORD);
  }

  /// A pack as the body of a request.
  public static ObjectNode pack(Map<String, String> texts) {
    ObjectNode body = HuoziClient.object();
    ObjectNode files = body.putObject("files");
    texts.forEach(files::put);
    return body;
  }

  private static String operator(ServerProcess server) {
    try {
      return Files.readString(server.home().resolve("operator.token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
