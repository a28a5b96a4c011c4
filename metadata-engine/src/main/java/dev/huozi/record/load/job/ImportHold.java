package dev.huozi.record.load.job;

import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.identity.Account;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlJson;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.job.ImportLine.Note;
import dev.huozi.record.sql.ImportJobRenderer;
import dev.huozi.record.sql.ImportRowRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A job as its present holder has it: the only way to note progress. Every note names the holder's
/// epoch, so that a holder who lost the job without knowing commits nothing.
final class ImportHold {
  private final ImportDesk desk;
  private final Tenant tenant;
  private final ImportJob job;
  private ImportJob.Tally tally;
  private ImportState state;

  /// Up to when time is counted: until the last chunk was ready to be committed.
  private long counted = System.nanoTime();

  private long ready = counted;

  ImportHold(ImportDesk desk, Tenant tenant, ImportJob job) {
    this.desk = desk;
    this.tenant = tenant;
    this.job = job;
    this.tally = job.tally();
    this.state = job.state();
  }

  ImportDesk desk() {
    return desk;
  }

  Tenant tenant() {
    return tenant;
  }

  ImportJob job() {
    return job;
  }

  ImportJob.Tally tally() {
    return tally;
  }

  ImportState state() {
    return state;
  }

  /// A request of whoever began the import, with the rights that the account has now.
  RequestContext context() {
    Account account = desk.accounts().find(tenant, job.account());
    if (account == null || !account.active()) {
      throw new ProblemException(LoadError.LOAD_ACCOUNT_GONE);
    }
    Principal principal =
        new Principal(account.id(), account.userId(), account.displayName(), account.role());
    return new RequestContext(
        tenant,
        principal,
        0,
        Locale.forLanguageTag(job.locale()),
        tenant.zone(),
        desk.clock(),
        "import " + job.id());
  }

  /// The tally once a chunk is written. The time since the last one counts as work.
  ImportJob.Tally after(int rows, ChunkResult result) {
    ready = System.nanoTime();
    long millis = TimeUnit.NANOSECONDS.toMillis(ready - counted);
    Map<String, ImportJob.Count> counts = new LinkedHashMap<>(tally.records());
    result.counts().forEach((object, more) -> counts.merge(object, more, ImportJob.Count::plus));
    return new ImportJob.Tally(
        tally.position() + rows,
        tally.refused() + result.refused().size(),
        tally.conflicts() + result.conflicts().size(),
        counts,
        tally.busyMillis() + millis);
  }

  /// Stores what a chunk came to, in the transaction that writes it.
  ImportState save(
      Transaction transaction,
      List<? extends SheetRow> rows,
      ChunkResult result,
      ImportJob.Tally next) {
    if (!result.members().isEmpty()) {
      transaction.execute(ImportRowRenderer.insertMembers(tenant, job.id(), result.members()));
    }
    saveLines(transaction, lines(rows, result));
    return advance(transaction, next, null);
  }

  void saveLines(Transaction transaction, List<ImportLine> lines) {
    if (!lines.isEmpty()) {
      transaction.execute(
          ImportRowRenderer.insertLines(
              tenant, job.id(), lines.stream().map(ImportLine::stored).toList()));
    }
  }

  static List<ImportLine> lines(List<? extends SheetRow> rows, ChunkResult result) {
    List<ImportLine> lines = new ArrayList<>();
    result
        .refused()
        .forEach((row, notes) -> lines.add(line(rows.get(row), ImportLine.Kind.REFUSED, notes)));
    result
        .conflicts()
        .forEach((row, notes) -> {
          if (!result.refused().containsKey(row)) {
            lines.add(line(rows.get(row), ImportLine.Kind.CONFLICT, notes));
          }
        });
    return lines;
  }

  private static ImportLine line(SheetRow row, ImportLine.Kind kind, List<Note> notes) {
    List<String> cells =
        switch (row) {
          case SheetRow.Cells known -> known.texts();
          case SheetRow.Values values -> List.of(values.values().toString());
          case SheetRow.Broken _ -> List.of();
        };
    return new ImportLine(row.line(), kind, cells, notes);
  }

  /// Notes how far the job is, and that its holder is alive. The answer is what is wanted of it.
  ///
  /// @throws LeaseLost when it is held by somebody else
  ImportState advance(Transaction transaction, ImportJob.Tally next, @Nullable Long total) {
    ImportJobRenderer.Progress progress =
        new ImportJobRenderer.Progress(
            next.position(),
            total,
            next.refused(),
            next.conflicts(),
            next.json(),
            next.busyMillis());
    String wanted =
        transaction.queryOne(
            ImportJobRenderer.advance(
                tenant, job.id(), job.epoch(), progress, ImportDesk.LEASE_SECONDS),
            row -> Objects.requireNonNull(row.text(0)));
    if (wanted == null) {
      throw new LeaseLost();
    }
    return ImportState.of(wanted);
  }

  /// Takes over what has been committed.
  void committed(ImportJob.Tally next, ImportState wanted) {
    tally = next;
    state = wanted;
    counted = ready;
  }

  /// A sign of life, and progress outside a chunk.
  void beat(ImportJob.Tally next, @Nullable Long total) {
    ImportState wanted =
        desk.database().inTransaction(tenant, transaction -> advance(transaction, next, total));
    committed(next, wanted);
  }

  /// A sign of life that says nothing about progress, for another thread while a chunk is under
  /// way.
  void keep() {
    desk.database()
        .inTransaction(
            tenant,
            transaction ->
                transaction.execute(
                    ImportJobRenderer.keep(
                        tenant, job.id(), job.epoch(), ImportDesk.LEASE_SECONDS)));
  }

  /// Ends the work in a state.
  void finish(ImportState end, @Nullable ProblemException problem) {
    SqlJson told = problem == null ? null : new SqlJson(told(problem));
    boolean ended = end != ImportState.PAUSED && end != ImportState.CHECKED;
    desk.database()
        .inTransaction(
            tenant,
            transaction -> {
              int found =
                  transaction.execute(
                      ImportJobRenderer.finish(
                          tenant, job.id(), job.epoch(), end.code(), told, ended));
              if (found == 1 && (end == ImportState.DONE || end == ImportState.CANCELLED)) {
                transaction.execute(ImportRowRenderer.deleteParts(tenant, job.id()));
              }
              return found;
            });
    state = end;
  }

  /// Gives the job back for so many seconds after a failure that may pass.
  void postpone(int seconds, ProblemException problem) {
    desk.database()
        .inTransaction(
            tenant,
            transaction ->
                transaction.execute(
                    ImportJobRenderer.postpone(
                        tenant, job.id(), job.epoch(), seconds, new SqlJson(told(problem)))));
  }

  private static String told(ProblemException problem) {
    var json = Note.of(problem).json();
    var issues = json.putArray("issues");
    problem.issues().stream()
        .limit(20)
        .forEach(issue -> issues.add(Note.of(issue.subject(), "", issue).json()));
    return Json.write(json);
  }
}
