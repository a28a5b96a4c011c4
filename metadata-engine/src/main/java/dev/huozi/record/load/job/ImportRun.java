package dev.huozi.record.load.job;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.database.DatabaseFailure;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.Sheet;
import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.job.ImportLine.Note;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.record.load.profile.LoadPlan;
import dev.huozi.record.load.profile.LoadPlanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries the rows of a file into records, chunk by chunk. A chunk is one transaction with its
/// progress in it: after a crash the next holder begins with the first row that was not committed.
final class ImportRun {
  /// Rows of one transaction.
  static final int CHUNK = 1_000;

  private static final int SKIPPED_BETWEEN_BEATS = 200_000;

  private final ImportHold hold;
  private final ImportProfile profile;
  private @Nullable LoadPlan plan;
  private long planVersion = -1;
  private List<String> header = List.of();

  ImportRun(ImportHold hold) {
    this.hold = hold;
    ImportProfile wanted = hold.job().profile();
    if (wanted == null) {
      throw new ProblemException(LoadError.LOAD_PROFILE_EMPTY, "maximum", 20);
    }
    this.profile = wanted;
  }

  /// Goes on until the file ends or something else is wanted.
  void run() {
    try (Sheet sheet =
        hold.desk().files().open(hold.tenant(), hold.job().id(), hold.job().file(), profile)) {
      header = sheet.header();
      skip(sheet, hold.tally().position());
      while (hold.state() == ImportState.RUNNING) {
        List<SheetRow> rows = read(sheet, CHUNK);
        if (rows.isEmpty()) {
          hold.beat(hold.tally(), hold.tally().position());
          hold.finish(ImportState.DONE, null);
          return;
        }
        write(rows);
      }
    }
  }

  static List<SheetRow> read(Sheet sheet, int most) {
    List<SheetRow> rows = new ArrayList<>(most);
    while (rows.size() < most) {
      SheetRow row = sheet.next();
      if (row == null) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  private void skip(Sheet sheet, long rows) {
    for (long i = 1; i <= rows; i++) {
      if (sheet.next() == null) {
        throw new ProblemException(LoadError.LOAD_FILE_INCOMPLETE);
      }
      if (i % SKIPPED_BETWEEN_BEATS == 0) {
        hold.beat(hold.tally(), null);
      }
    }
  }

  /// Writes rows; where the database refuses a chunk for a reason that names no row, its halves are
  /// tried, down to the row that is the reason.
  private void write(List<SheetRow> rows) {
    try {
      writeChunk(rows, Map.of());
    } catch (ProblemException | DatabaseFailure e) {
      if (!isAboutRows(e)) {
        throw e;
      }
      if (rows.size() == 1) {
        writeChunk(rows, Map.of(0, List.of(poisoned(e))));
        return;
      }
      int half = rows.size() / 2;
      write(rows.subList(0, half));
      write(rows.subList(half, rows.size()));
    }
  }

  /// True for what other rows or other data may not have.
  static boolean isAboutRows(RuntimeException failure) {
    return switch (failure) {
      case DatabaseFailure _ -> true;
      case ProblemException problem ->
          problem.code() != LoadError.LOAD_PROFILE_INVALID
              && problem.code() != LoadError.LOAD_ACCOUNT_GONE
              && (problem.code().category() == Category.USER
                  || problem.code().category() == Category.CONFLICT);
      default -> false;
    };
  }

  static Note poisoned(RuntimeException failure) {
    return switch (failure) {
      case ProblemException problem -> Note.of(problem);
      case DatabaseFailure database ->
          Note.of(null, "", LoadError.LOAD_ROW_FAILED, Map.of("reason", database.sqlState()));
      default ->
          Note.of(
              null,
              "",
              LoadError.LOAD_ROW_FAILED,
              Map.of("reason", failure.getClass().getSimpleName()));
    };
  }

  private record Written(ImportJob.Tally tally, ImportState state) {}

  /// A row that turns out bad after a part of it was written makes the chunk begin again without
  /// it.
  private void writeChunk(List<SheetRow> rows, Map<Integer, List<Note>> known) {
    Map<Integer, List<Note>> refused = known;
    RequestContext context = hold.context();
    while (true) {
      Map<Integer, List<Note>> bad = refused;
      try {
        Written written =
            hold.desk()
                .records()
                .transact(
                    context,
                    transaction -> {
                      ChunkResult result =
                          new ChunkWriter(transaction, hold.tenant(), hold.job().id(), rows)
                              .write(plan(transaction.snapshot()), bad);
                      if (result.isHalfWritten()) {
                        throw new RolledBack(result.refused());
                      }
                      ImportJob.Tally next = hold.after(rows.size(), result);
                      return new Written(
                          next, hold.save(transaction.connection(), rows, result, next));
                    });
        hold.committed(written.tally(), written.state());
        return;
      } catch (RolledBack again) {
        refused = new HashMap<>(again.refused());
      }
    }
  }

  private LoadPlan plan(MetadataSnapshot snapshot) {
    LoadPlan made = plan;
    if (made == null || planVersion != snapshot.version()) {
      made = LoadPlanner.plan(profile, header, snapshot, hold.tenant().zone());
      plan = made;
      planVersion = snapshot.version();
    }
    return made;
  }
}
