package dev.huozi.metadata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.sandbox.TenantCopier.Extent;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.dump.CopyProgress;
import dev.huozi.platform.dump.DumpManifest;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.RecordBench;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A million records: how long a dump, its restore and a sandbox take, and that none of them keeps
/// rows in memory.
@Tag("long")
class LargeTenantCopyTest {
  private static final int ROWS = 1_000_000;
  private static final long MOST_GROWTH = 96L * 1024 * 1024;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void a_million_records_are_copied_in_little_memory(@TempDir Path folder) throws IOException {
    RecordBench bench = new RecordBench(DATABASE, "large");
    bench.create("dealer", "{\"name\": \"one\"}");
    String table = bench.object("dealer").table().name();
    bench.run(
        "insert into %s (id, version, created_at, created_by, updated_at, updated_by, %s, %s, %s) select gen_random_uuid(), 1, now(), gen_random_uuid(), now(), gen_random_uuid(), '经销商 ' || n, 'D-' || n, n %% 100 from generate_series(1, %d) n"
            .formatted(
                table,
                bench.column("dealer", "name"),
                bench.column("dealer", "code"),
                bench.column("dealer", "grade"),
                ROWS));
    TenantCopier copier =
        new TenantCopier(
            DATABASE.platform().tenantCopies(),
            DATABASE.platform().tenantLife(),
            TestModels.KINDS,
            Clock.systemUTC());
    Tenant tenant = bench.model().tenant();
    AtomicLong highest = new AtomicLong();
    long before = used();
    CopyProgress watch = (step, done, total) -> highest.accumulateAndGet(used(), Math::max);

    Path file = folder.resolve("large.dump.zip");
    long start = System.nanoTime();
    DumpManifest manifest;
    try (OutputStream sink = new BufferedOutputStream(Files.newOutputStream(file), 256 * 1024)) {
      manifest = copier.dump(tenant, sink, watch);
    }
    say("dump", start, Files.size(file));
    assertThat(manifest.rows()).isGreaterThan(ROWS);
    start = System.nanoTime();
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 256 * 1024)) {
      copier.restore(stream, "large-again", null, watch);
    }
    say("restore", start, Files.size(file));
    start = System.nanoTime();
    copier.sandbox(tenant, "large-sandbox", "x", Extent.RECORDS, watch);
    say("sandbox", start, Files.size(file));
    System.out.printf("heap grew by at most %d MB%n", (highest.get() - before) / 1024 / 1024);
    assertThat(highest.get() - before).isLessThan(MOST_GROWTH);
  }

  private static void say(String what, long start, long bytes) {
    System.out.printf(
        "%s of %d rows: %.1f s (file %d MB)%n",
        what, ROWS, (System.nanoTime() - start) / 1e9, bytes / 1024 / 1024);
  }

  /// What is left after a collection: garbage is not growth.
  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
