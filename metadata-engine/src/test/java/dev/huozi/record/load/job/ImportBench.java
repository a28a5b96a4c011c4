package dev.huozi.record.load.job;

import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.identity.Account;
import dev.huozi.platform.identity.NewAccount;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.RecordBench;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.record.service.DefaultRecordService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant with stores and dealers, an account in it, and imports.
final class ImportBench {
  private static final List<ImportLine.Kind> ALL = List.of(ImportLine.Kind.values());

  final RecordBench records;
  final Tenant tenant;
  final Account account;
  private final TestDatabase database;
  private final Imports imports;

  ImportBench(TestDatabase database, String code) {
    this.database = database;
    this.records = new RecordBench(database, code);
    this.tenant = records.model().tenant();
    this.imports = new Imports(database.tenantDatabase(), records.model().registry());
    this.account =
        database
            .platform()
            .accounts()
            .create(
                tenant,
                new NewAccount(
                    records.li(), "li", "Li", Principal.Role.USER, "a-long-enough-password", null));
  }

  RequestContext context() {
    return context(account);
  }

  RequestContext context(Account who) {
    Principal principal = new Principal(who.id(), who.userId(), who.displayName(), who.role());
    RequestContext base = records.context();
    return new RequestContext(
        tenant,
        principal,
        base.metadataVersion(),
        base.locale(),
        base.userZone(),
        Clock.systemUTC(),
        "test");
  }

  Imports imports() {
    return imports;
  }

  /// A node that works on imports over a database of its own.
  ImportRunner runner(TenantDatabase node) {
    return new ImportRunner(
        node,
        records.model().registry(),
        new DefaultRecordService(node, records.model().registry()),
        database.platform().accounts(),
        Clock.systemUTC());
  }

  ImportRunner runner() {
    return runner(database.tenantDatabase());
  }

  TenantDatabase database() {
    return database.tenantDatabase();
  }

  UUID upload(String name, byte[] bytes) {
    try {
      return imports.receive(context(), name, new ByteArrayInputStream(bytes)).id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  UUID upload(String csv, String profile) {
    UUID id = upload("file.csv", csv.getBytes(StandardCharsets.UTF_8));
    imports.map(context(), id, profile(profile));
    return id;
  }

  static ImportProfile profile(String json) {
    return Json.read(json, ImportProfile.class);
  }

  ImportJob start(UUID id) {
    return imports.start(context(), id);
  }

  /// Starts it and works until nothing is left to do.
  ImportJob run(UUID id) {
    start(id);
    return work(id);
  }

  ImportJob work(UUID id) {
    ImportRunner runner = runner();
    while (runner.runNext(tenant)) {
      // the next one
    }
    return job(id);
  }

  ImportJob job(UUID id) {
    return imports.find(context(), id);
  }

  /// The holder is gone: its lease has run out.
  void expireLeases() {
    records.run(
        "update import_job set lease_until = now() - interval '1 second' where lease_until is not null");
  }

  /// `line kind column CODE`, in order.
  List<String> lines(UUID id) {
    return imports.lines(context(), id, ALL, 0, 10_000).stream()
        .flatMap(line -> line.notes().stream().map(note -> shown(line, note)))
        .toList();
  }

  private static String shown(ImportLine line, ImportLine.Note note) {
    @Nullable String column = note.column();
    return line.line()
        + " "
        + line.kind().code()
        + " "
        + (column == null ? "-" : column)
        + " "
        + note.code();
  }
}
