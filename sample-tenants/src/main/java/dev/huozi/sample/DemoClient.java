package dev.huozi.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.client.Founding;
import dev.huozi.sample.client.HuoziClient;
import dev.huozi.sample.client.PackFolder;
import dev.huozi.sample.client.RecordLoader;
import dev.huozi.sample.client.Workforce;
import dev.huozi.sample.demo.Company;
import dev.huozi.sample.demo.DemoTable;
import dev.huozi.sample.demo.DemoTenant;
import dev.huozi.sample.demo.Person;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a sample tenant on a running server, over the public API alone: tenant, packs, people,
/// records. Running it again goes on where it was interrupted and doubles nothing.
public final class DemoClient {
  /// The password of every account of a sample tenant.
  public static final String PASSWORD = "huozi-demo-2026";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// The packs in the order in which they build upon each other, each with an app that shows that
  /// it is there.
  private enum SamplePack {
    CRM_BASE("crm_base", "crm"),
    VISIT("visit", "field_sales");

    private final String id;
    private final String app;

    SamplePack(String id, String app) {
      this.id = id;
      this.app = app;
    }
  }

  private final DemoOptions options;
  private final InstantSource clock;
  private final PrintStream out;

  private DemoClient(DemoOptions options, InstantSource clock, PrintStream out) {
    this.options = options;
    this.clock = clock;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      new DemoClient(DemoOptions.parse(List.of(arguments)), InstantSource.system(), out).run();
    } catch (RuntimeException e) {
      out.println("demo: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() {
    long began = System.nanoTime();
    Company company = options.company();
    HuoziClient server = HuoziClient.of(options.url());
    server.awaitReady(PATIENCE);
    if (new Founding(server, options.home()).found(company, adminName(), PASSWORD)) {
      say(began, "tenant %s %s", company.code(), company.name());
    }
    HuoziClient admin = server.logIn(company.code(), Founding.ADMIN, PASSWORD);
    applyPacks(admin);
    DemoTenant tenant = DemoTenant.of(company, day(admin));
    RecordLoader loader = new RecordLoader(admin, batch(admin, company));
    load(loader, tenant.units());
    long enrolling = System.nanoTime();
    say(enrolling, "%d accounts", new Workforce(admin, loader).enroll(tenant, PASSWORD));
    tenant.tables().forEach(table -> load(loader, table));
    say(began, "%s is ready, as of %s", company.name(), tenant.today());
  }

  /// The batch of the demo's records: whoever begins in earnest takes it back on the page of
  /// imports.
  private static String batch(HuoziClient admin, Company company) {
    String name = "演示数据 Demo data: " + company.code();
    for (JsonNode job : admin.get("/api/imports", Map.of()).path("items")) {
      if (job.path("name").asText().equals(name) && job.path("state").asText().equals("done")) {
        return job.path("id").asText();
      }
    }
    ObjectNode opening = HuoziClient.object().put("name", name);
    return admin.post("/api/imports/batches", opening).path("id").asText();
  }

  private String adminName() {
    return DemoTenant.of(options.company(), LocalDate.EPOCH).people().stream()
        .filter(person -> person.user().equals(Founding.ADMIN))
        .map(Person::name)
        .findFirst()
        .orElse(Founding.ADMIN);
  }

  /// A pack that is there stays as it is: the tenant may have changed it since.
  private void applyPacks(HuoziClient admin) {
    for (SamplePack pack : SamplePack.values()) {
      if (!admin.exists("/api/meta/app/" + pack.app)) {
        long began = System.nanoTime();
        JsonNode applied =
            admin.post(
                "/api/packs/apply", new PackFolder(options.packs().resolve(pack.id)).files());
        say(began, "pack %s %s", pack.id, applied.path("version").asText());
      }
    }
  }

  /// The day the demo is about: that of an earlier load, which must be gone on with, else the one
  /// asked for, else today.
  private LocalDate day(HuoziClient admin) {
    LocalDate earlier = earlierDay(admin);
    @Nullable LocalDate asked = options.today();
    if (earlier == null) {
      return asked != null ? asked : clock.instant().atZone(Company.ZONE).toLocalDate();
    }
    if (asked != null && !asked.equals(earlier)) {
      throw new IllegalStateException(
          "The demo of (%s) was begun as of (%s); it cannot be loaded as of (%s) too.\nMaybe leave --today out, or use another server."
              .formatted(options.company().code(), earlier, asked));
    }
    return earlier;
  }

  private static @Nullable LocalDate earlierDay(HuoziClient admin) {
    JsonNode units = admin.get("/api/data/org_unit", Map.of("fields", "code", "limit", "200"));
    for (JsonNode unit : units.path("records")) {
      String code = unit.path("code").asText("");
      if (code.startsWith(DemoTenant.MARK)) {
        return LocalDate.parse(code.substring(DemoTenant.MARK.length()));
      }
    }
    return null;
  }

  private void load(RecordLoader loader, DemoTable table) {
    long began = System.nanoTime();
    int all = table.records().size();
    int made = loader.load(table, there -> progress("%s %d of %d", table.object(), there, all));
    say(
        began,
        "%s: %d%s",
        table.object(),
        all,
        made == all ? "" : " (%d of them new)".formatted(made));
  }

  /// A line that the next one overwrites, where somebody watches.
  private void progress(String format, Object... values) {
    if (System.console() != null) {
      out.print("\r  " + format.formatted(values) + "\033[K");
      out.flush();
    }
  }

  private void say(long since, String format, Object... values) {
    double seconds = (System.nanoTime() - since) / 1e9;
    String start = System.console() != null ? "\r\033[K  " : "  ";
    out.println(start + format.formatted(values) + " (%.1f s)".formatted(seconds));
  }
}
