package dev.huozi.ui.load;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.record.load.job.ImportJob;
import dev.huozi.record.load.job.ImportLine;
import dev.huozi.record.load.job.ImportState;
import dev.huozi.record.load.profile.ImportProfile;
import dev.huozi.record.query.ReferenceTargets;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the pages of imports show, made from a job.
final class ImportPages {
  private static final int SHOWN_LINES = 100;

  private final PageContext page;

  ImportPages(PageContext page) {
    this.page = page;
  }

  ImportPage of(
      ImportJob job,
      @Nullable ImportProfile profile,
      @Nullable String object,
      List<ImportLine> lines,
      List<String> problems) {
    ImportState state = job.state();
    boolean mapping = state == ImportState.READY || state == ImportState.CHECKED;
    return new ImportPage(
        Addresses.IMPORTS + "/" + job.id(),
        job.name(),
        state.code(),
        page.words().get("import_state_" + state.code()),
        colour(state),
        state.isAtWork(),
        file(job),
        mapping ? mapping(job, profile, object) : null,
        progress(job),
        lines.stream().limit(SHOWN_LINES).map(this::line).toList(),
        lines.size() > SHOWN_LINES,
        problems.isEmpty() ? problem(job) : problems);
  }

  ImportPage.Summary summary(ImportJob job) {
    return new ImportPage.Summary(
        Addresses.IMPORTS + "/" + job.id(),
        job.name(),
        page.words().get("import_state_" + job.state().code()),
        colour(job.state()),
        page.formats().dateTime(job.createdAt()),
        job.userName(),
        count(job.tally().position()),
        count(job.tally().refused()));
  }

  private static String colour(ImportState state) {
    return switch (state) {
      case UPLOADING, READY, CANCELLED, UNDONE -> "gray";
      case CHECKING, CHECKED, RUNNING, UNDOING -> "blue";
      case PAUSING, PAUSED, CANCELLING -> "amber";
      case DONE -> "green";
      case FAILED -> "red";
    };
  }

  private String count(long number) {
    return page.formats().count(number, false);
  }

  private List<String> file(ImportJob job) {
    ImportJob.File file = job.file();
    List<String> facts = new ArrayList<>();
    if (job.isBatch()) {
      facts.add(page.words().get("import_batch"));
      return facts;
    }
    facts.add(file.format() == null ? "" : file.format().toUpperCase(java.util.Locale.ROOT));
    if (file.encoding() != null) {
      facts.add(file.encoding());
    }
    facts.add(page.words().get("import_columns", file.header().size()));
    if (file.total() != null) {
      facts.add(page.words().get("import_rows", count(file.total())));
    }
    return facts;
  }

  private List<String> problem(ImportJob job) {
    if (job.problem() == null) {
      return List.of();
    }
    String language = Messages.language(page.request().locale()).getLanguage();
    List<String> told = new ArrayList<>(List.of(job.problem().path(language).asText()));
    job.problem().path("issues").forEach(issue -> told.add(issue.path(language).asText()));
    return told;
  }

  private ImportPage.Progress progress(ImportJob job) {
    ImportJob.Tally tally = job.tally();
    Long total = job.file().total();
    Long left = job.secondsLeft();
    List<ImportPage.Count> counts = new ArrayList<>();
    tally
        .records()
        .forEach((name, count) -> {
          ObjectModel object = page.snapshot().object(name);
          counts.add(
              new ImportPage.Count(
                  object == null ? name : page.label(object),
                  count(count.created()),
                  count(count.updated()),
                  count(count.unchanged())));
        });
    return new ImportPage.Progress(
        tally.position(),
        total == null ? 0 : Math.max(total, tally.position()),
        count(tally.position()),
        total == null ? "" : count(total),
        job.rate() == 0 ? "" : count(job.rate()),
        left == null || !job.state().isAtWork() ? "" : count(left),
        count(tally.refused()),
        count(tally.conflicts()),
        tally.refused() > 0,
        counts);
  }

  private ImportPage.Line line(ImportLine line) {
    return new ImportPage.Line(
        count(line.line()),
        page.words().get("import_line_" + line.kind().code()),
        line.kind() == ImportLine.Kind.REFUSED ? "red" : "amber",
        line.notes().stream()
            .map(note ->
                new ImportPage.Note(
                    Objects.requireNonNullElse(note.column(), ""),
                    note.value(),
                    note.text(page.request().locale())))
            .toList());
  }

  private ImportPage.Mapping mapping(
      ImportJob job, @Nullable ImportProfile profile, @Nullable String wanted) {
    List<ImportPage.Choice> objects = new ArrayList<>();
    boolean several = profile != null && profile.targets().size() > 1;
    String chosen =
        wanted != null
            ? wanted
            : profile == null || profile.targets().isEmpty()
                ? null
                : profile.targets().getFirst().object();
    for (ObjectModel object : page.snapshot().objects()) {
      if (object.definition().extensible() || object.name().equalsIgnoreCase(chosen)) {
        objects.add(
            new ImportPage.Choice(
                object.name(), page.label(object), object.name().equalsIgnoreCase(chosen)));
      }
    }
    ObjectModel object = chosen == null ? null : page.snapshot().object(chosen);
    ImportProfile.Target target =
        profile == null || profile.targets().isEmpty() ? null : profile.targets().getFirst();
    return new ImportPage.Mapping(
        objects,
        object == null || several || target == null ? List.of() : columns(job, object, target),
        object == null || target == null ? List.of() : keys(object, target.key()),
        target != null && target.clears(),
        profile == null || profile.formats() == null
            ? ""
            : String.join(" ", Objects.requireNonNullElse(profile.formats().dates(), List.of())),
        profile == null || !several
            ? List.of()
            : profile.targets().stream().map(this::described).toList());
  }

  private String described(ImportProfile.Target target) {
    ObjectModel object = page.snapshot().object(target.object());
    String label = object == null ? target.object() : page.label(object);
    return page.words().get("import_target", label, target.columns().size());
  }

  private List<ImportPage.Column> columns(
      ImportJob job, ObjectModel object, ImportProfile.Target target) {
    List<ImportPage.Column> columns = new ArrayList<>();
    for (int i = 0; i < job.file().header().size(); i++) {
      String name = job.file().header().get(i);
      int place = i;
      String sample =
          job.file().sample().stream()
              .filter(row -> place < row.size() && !row.get(place).isBlank())
              .map(row -> row.get(place))
              .findFirst()
              .orElse("");
      String chosen =
          target.columns().stream()
              .filter(column -> column.column().equals(name))
              .map(ColumnChoice::of)
              .map(ColumnChoice::code)
              .findFirst()
              .orElse("");
      columns.add(
          new ImportPage.Column(
              "c" + i,
              name,
              sample.length() > 60 ? sample.substring(0, 60) + "…" : sample,
              choices(object, chosen)));
    }
    return columns;
  }

  private List<ImportPage.Choice> choices(ObjectModel object, String chosen) {
    List<ImportPage.Choice> choices = new ArrayList<>();
    choices.add(
        choice(new ColumnChoice("id", null, null), page.words().get("import_record_id"), chosen));
    for (FieldModel field : object.fields()) {
      boolean kept =
          field.system()
              || field.field().readOnly().isAlways()
              || field.field().type().isGiven() && !field.field().unique();
      if (!kept) {
        String label = page.words().label(field.field().label(), field.name());
        add(field, label, chosen, choices);
      }
    }
    return choices;
  }

  /// A reference may be found by each unique field of what it refers to, or by id.
  private void add(FieldModel field, String label, String chosen, List<ImportPage.Choice> choices) {
    List<ReferenceTargets.Target> targets = ReferenceTargets.of(field, page.snapshot());
    if (targets.isEmpty()) {
      choices.add(choice(new ColumnChoice(field.name(), null, null), label, chosen));
    }
    for (ReferenceTargets.Target target : targets) {
      String object = targets.size() > 1 ? target.object().name() : null;
      String named =
          object == null
              ? label
              : label + page.words().get("import_of", page.label(target.object()));
      for (FieldModel key : target.object().fields()) {
        if (key.field().unique() && !key.system()) {
          String by = page.words().label(key.field().label(), key.name());
          choices.add(
              choice(
                  new ColumnChoice(field.name(), key.name(), object),
                  named + page.words().get("import_by", by),
                  chosen));
        }
      }
      choices.add(
          choice(
              new ColumnChoice(field.name(), null, object),
              named + page.words().get("import_by", page.words().get("import_record_id")),
              chosen));
    }
  }

  private static ImportPage.Choice choice(ColumnChoice choice, String label, String chosen) {
    String code = choice.code();
    return new ImportPage.Choice(code, label, code.equals(chosen));
  }

  private List<ImportPage.Choice> keys(ObjectModel object, @Nullable String chosen) {
    List<ImportPage.Choice> keys = new ArrayList<>();
    for (FieldModel field : object.fields()) {
      if (field.field().unique() && !field.system()) {
        keys.add(
            new ImportPage.Choice(
                field.name(),
                page.words().label(field.field().label(), field.name()),
                field.name().equals(chosen)));
      }
    }
    keys.add(
        new ImportPage.Choice("id", page.words().get("import_record_id"), "id".equals(chosen)));
    return keys;
  }
}
