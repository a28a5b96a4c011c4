package dev.huozi.record.load.job;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.database.DatabaseFailure;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.Sheet;
import dev.huozi.record.load.file.SheetRow;
import dev.huozi.record.load.job.ImportLine.Note;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.record.load.profile.LoadPlan;
import dev.huozi.record.load.profile.LoadPlan.PlannedTarget;
import dev.huozi.record.load.profile.LoadPlanner;
import dev.huozi.record.sql.ImportRowRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A dry run. The first rows are written as an import would write them, against all data, and taken
/// back; of the others every cell is read. So nobody waits for long at what the trial locks.
final class ImportTrial {
  /// Rows that are tried out entirely.
  static final int TRIED = 10_000;

  /// Lines that are kept to be shown.
  private static final int MOST_LINES = 1_000;

  private final ImportHold hold;
  private final ImportProfile profile;
  private int lines;

  ImportTrial(ImportHold hold) {
    this.hold = hold;
    ImportProfile wanted = hold.job().profile();
    if (wanted == null) {
      throw new ProblemException(LoadError.LOAD_PROFILE_EMPTY, "maximum", 20);
    }
    this.profile = wanted;
  }

  void run() {
    RequestContext context = hold.context();
    try (Sheet sheet =
        hold.desk().files().open(hold.tenant(), hold.job().id(), hold.job().file(), profile)) {
      List<String> header = sheet.header();
      MetadataSnapshot snapshot = hold.desk().snapshots().current(context);
      LoadPlan plan = LoadPlanner.plan(profile, header, snapshot, hold.tenant().zone());
      tryOut(ImportRun.read(sheet, TRIED), header, context);
      List<SheetRow> rows = ImportRun.read(sheet, ImportRun.CHUNK);
      while (!rows.isEmpty() && hold.state() == ImportState.CHECKING) {
        look(plan, rows);
        rows = ImportRun.read(sheet, ImportRun.CHUNK);
      }
      if (hold.state() == ImportState.CHECKING) {
        hold.beat(hold.tally(), hold.tally().position());
        hold.finish(ImportState.CHECKED, null);
      }
    }
  }

  private void tryOut(List<SheetRow> rows, List<String> header, RequestContext context) {
    if (rows.isEmpty()) {
      return;
    }
    List<ChunkResult> results = new ArrayList<>();
    try {
      hold.desk()
          .records()
          .transact(
              context,
              transaction -> {
                results.clear();
                LoadPlan plan =
                    LoadPlanner.plan(profile, header, transaction.snapshot(), hold.tenant().zone());
                for (int from = 0; from < rows.size(); from += ImportRun.CHUNK) {
                  List<SheetRow> chunk = chunk(rows, from);
                  ChunkResult result =
                      new ChunkWriter(transaction, hold.tenant(), hold.job().id(), chunk)
                          .write(plan, Map.of());
                  if (!result.members().isEmpty()) {
                    transaction
                        .connection()
                        .execute(
                            ImportRowRenderer.insertMembers(
                                hold.tenant(), hold.job().id(), result.members()));
                  }
                  results.add(result);
                }
                throw new RolledBack(Map.of());
              });
    } catch (RolledBack tried) {
      for (int i = 0; i < results.size(); i++) {
        keep(chunk(rows, i * ImportRun.CHUNK), results.get(i));
      }
    } catch (ProblemException | DatabaseFailure e) {
      if (!ImportRun.isAboutRows(e)) {
        throw e;
      }
      halves(rows, header, context, e);
    }
  }

  private void halves(
      List<SheetRow> rows, List<String> header, RequestContext context, RuntimeException reason) {
    if (rows.size() == 1) {
      ChunkResult result = new ChunkResult();
      result.refuse(0, List.of(ImportRun.poisoned(reason)), false);
      keep(rows, result);
      return;
    }
    int half = rows.size() / 2;
    tryOut(rows.subList(0, half), header, context);
    tryOut(rows.subList(half, rows.size()), header, context);
  }

  private static List<SheetRow> chunk(List<SheetRow> rows, int from) {
    return rows.subList(from, Math.min(rows.size(), from + ImportRun.CHUNK));
  }

  /// Reads the cells without writing anything.
  private void look(LoadPlan plan, List<SheetRow> rows) {
    ChunkResult result = new ChunkResult();
    for (int i = 0; i < rows.size(); i++) {
      List<Note> notes =
          switch (rows.get(i)) {
            case SheetRow.Broken broken -> List.of(Note.of(null, "", broken.issue()));
            case SheetRow.Cells cells -> faults(plan, cells);
            case SheetRow.Values _ -> List.of();
          };
      if (!notes.isEmpty()) {
        result.refuse(i, notes, false);
      }
    }
    keep(rows, result);
  }

  private static List<Note> faults(LoadPlan plan, SheetRow.Cells cells) {
    Map<String, Note> notes = new LinkedHashMap<>();
    for (PlannedTarget target : plan.targets()) {
      LoadPlan.shape(target, cells)
          .faults()
          .forEach(fault -> notes.put(fault.column().header(), ChunkWriter.note(fault)));
    }
    return List.copyOf(notes.values());
  }

  private void keep(List<SheetRow> rows, ChunkResult result) {
    List<ImportLine> found = ImportHold.lines(rows, result);
    List<ImportLine> kept = found.subList(0, Math.clamp(MOST_LINES - lines, 0, found.size()));
    lines += kept.size();
    ImportJob.Tally next = hold.after(rows.size(), result);
    ImportState wanted =
        hold.desk()
            .database()
            .inTransaction(
                hold.tenant(),
                transaction -> {
                  hold.saveLines(transaction, kept);
                  return hold.advance(transaction, next, null);
                });
    hold.committed(next, wanted);
  }
}
