package dev.huozi.record.service;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.value.RecordIds;
import dev.huozi.record.RecordError;
import dev.huozi.record.SavedView;
import dev.huozi.record.sql.SavedViewRenderer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// The lists that people made for themselves. Nobody sees or changes those of another.
@Singleton
public class SavedViews {
  private final TenantDatabase database;

  public SavedViews(TenantDatabase database) {
    this.database = database;
  }

  /// Those of whoever asks, oldest first.
  public List<SavedView> of(RequestContext context, ObjectModel object) {
    return database
        .reading(context.tenant())
        .query(SavedViewRenderer.all(context, object.id()), SavedViewRenderer::read);
  }

  public SavedView add(RequestContext context, ObjectModel object, String label, String address) {
    String name = label.strip();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > SavedView.LONGEST_LABEL) {
      throw new ProblemException(RecordError.SAVED_VIEW_LABEL, "maximum", SavedView.LONGEST_LABEL);
    }
    checkLength(address);
    SavedView view = new SavedView(RecordIds.next(), name, address);
    if (run(context, SavedViewRenderer.add(context, object.id(), view)) == 0) {
      throw new ProblemException(RecordError.SAVED_VIEW_TOO_MANY, "maximum", SavedView.MOST);
    }
    return view;
  }

  /// @throws ProblemException `SAVED_VIEW_NOT_FOUND` also for that of another
  public void change(RequestContext context, UUID id, String address) {
    checkLength(address);
    if (run(context, SavedViewRenderer.change(context, id, address)) == 0) {
      throw new ProblemException(RecordError.SAVED_VIEW_NOT_FOUND);
    }
  }

  public void remove(RequestContext context, UUID id) {
    run(context, SavedViewRenderer.remove(context, id));
  }

  private static void checkLength(String address) {
    if (address.length() > SavedView.LONGEST_ADDRESS) {
      throw new ProblemException(
          RecordError.SAVED_VIEW_TOO_LONG,
          "actual",
          address.length(),
          "maximum",
          SavedView.LONGEST_ADDRESS);
    }
  }

  private int run(RequestContext context, SqlFragment statement) {
    return database.inTransaction(context.tenant(), transaction -> transaction.execute(statement));
  }
}
