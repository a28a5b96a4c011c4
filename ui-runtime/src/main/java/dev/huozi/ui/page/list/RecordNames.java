package dev.huozi.ui.page.list;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.record.RecordSheets;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What records are called, to whoever may read them.
@Singleton
class RecordNames {
  private final RecordService records;

  RecordNames(RecordService records) {
    this.records = records;
  }

  /// A record and its name.
  record Named(ObjectModel object, String name) {}

  /// The record of that id in the first of the objects that has it, or null.
  @Nullable Named find(PageContext page, List<String> objects, String id) {
    for (String name : objects) {
      ObjectModel object = page.snapshot().object(name);
      if (object != null) {
        try {
          RecordView found =
              records.get(
                  page.request(), name, UUID.fromString(id), List.of(object.nameField().name()));
          return new Named(object, RecordSheets.title(page, object, found));
        } catch (ProblemException _) {
          // Not there, or not for this reader.
        }
      }
    }
    return null;
  }
}
