package dev.huozi.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.client.HuoziClient;
import dev.huozi.sample.client.PackFolder;
import dev.huozi.sample.client.RecordLoader;
import dev.huozi.sample.demo.Company;
import dev.huozi.sample.demo.DemoTable;
import dev.huozi.sample.demo.DemoTenant;
import dev.huozi.sample.demo.Link;
import dev.huozi.sample.demo.Person;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Makes a sample tenant on a running server, over the public API alone: tenant, packs, people, records. Running it again
/// goes on where it was interrupted and doubles nothing.
public final class DemoClient {
  /// The password of every account of a sample tenant.
  public static final String PASSWORD = "huozi-demo-2026";

  private static final String ADMIN = "admin";
  private static final List<String> PACKS = List.of("crm_base", "visit");
  private static final String ANCHOR = "演示数据的基准日：";

  private final DemoOptions options;
  private final PrintStream out;

  private DemoClient(DemoOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      new DemoClient(DemoOptions.parse(List.of(arguments)), out).run();
    } catch (RuntimeException e) {
      out.println("demo: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() {
    long began = System.nanoTime();
    HuoziClient server = HuoziClient.of(options.url());
    server.awaitReady(Duration.ofMinutes(2));
    makeTenant(server);
    HuoziClient admin = server.logIn(options.company().code(), ADMIN, PASSWORD);
    applyPacks(admin);
    DemoTenant tenant = DemoTenant.of(options.company(), anchor(admin));
    RecordLoader loader = new RecordLoader(admin);
    load(loader, tenant.units());
    makePeople(admin, loader, tenant.people());
    tenant.tables().forEach(table -> load(loader, table));
    out.printf("  %s is ready, as of %s (%.1f s)%n", options.company().name(), tenant.today(), seconds(began));
  }

  private void makeTenant(HuoziClient server) {
    HuoziClient operator = server.withToken(operatorToken());
    Company company = options.company();
    for (JsonNode tenant : items(operator.get("/api/tenants", Map.of()))) {
      if (tenant.path("code").asText().equals(company.code())) {
        return;
      }
    }
    String name =
        DemoTenant.of(company, LocalDate.EPOCH).people().stream()
            .filter(person -> person.user().equals(ADMIN))
            .map(Person::name)
            .findFirst()
            .orElse(ADMIN);
    ObjectNode body =
        HuoziClient.object()
            .put("code", company.code())
            .put("name", company.name())
            .put("zone", Company.ZONE.getId())
            .put("currency", "CNY")
            .put("sortCollation", "zh")
            .put("locale", "zh-CN");
    body.putObject("admin").put("user", ADMIN).put("name", name).put("password", PASSWORD);
    operator.post("/api/tenants", body);
    out.printf("  tenant %s %s made%n", company.code(), company.name());
  }

  private String operatorToken() {
    try {
      return Files.readString(options.home().resolve("operator.token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The operator's token is not in (%s).\nMaybe --home names another folder than the server's HUOZI_HOME."
              .formatted(options.home()),
          e);
    }
  }

  /// A pack that is there stays as it is: the tenant may have changed it since.
  private void applyPacks(HuoziClient admin) {
    for (String pack : PACKS) {
      String witness = pack.equals("crm_base") ? "crm" : "field_sales";
      if (!admin.exists("/api/meta/app/" + witness)) {
        long began = System.nanoTime();
        JsonNode applied = admin.post("/api/packs/apply", new PackFolder(options.packs().resolve(pack)).files());
        out.printf("  pack %s %s applied (%.1f s)%n", pack, applied.path("version").asText(), seconds(began));
      }
    }
  }

  private void makePeople(HuoziClient admin, RecordLoader loader, List<Person> people) {
    throw new UnsupportedOperationException();
  }

  private LocalDate anchor(HuoziClient admin) {
    throw new UnsupportedOperationException();
  }

  private void load(RecordLoader loader, DemoTable table) {
    long began = System.nanoTime();
    int made = loader.load(table, _ -> {});
    out.printf("  %-18s %6d new, %6d in all (%.1f s)%n", table.object(), made, table.records().size(), seconds(began));
  }

  private static Iterable<JsonNode> items(JsonNode list) {
    return list.isArray() ? list : list.path("items");
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
