package dev.huozi.ui.formula;

import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.designer.Desk;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.page.PageContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The names that a formula may use: those that are published, or for administrators those of their
/// draft.
@Singleton
public class FormulaScopes {
  private static final String DRAFT = "draft";

  private final Desk desk;

  FormulaScopes(Desk desk) {
    this.desk = desk;
  }

  /// The object and the model it belongs to.
  ///
  /// @param referring the object that `$Record` is of; null where there is none
  record Place(MetadataSnapshot snapshot, ObjectModel object, @Nullable ObjectModel referring) {
    Place(MetadataSnapshot snapshot, ObjectModel object) {
      this(snapshot, object, null);
    }

    ObjectScope scope() {
      return ObjectScope.candidates(object, referring, snapshot);
    }
  }

  Place place(
      PageContext page,
      @Nullable String object,
      @Nullable String scope,
      @Nullable String referring) {
    if (object == null || object.isEmpty()) {
      throw new ProblemException(UiError.PROPERTY_MISSING, "name", "object");
    }
    MetadataSnapshot snapshot = DRAFT.equals(scope) ? drafted(page) : page.snapshot();
    ObjectModel found = snapshot.object(object);
    if (found == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    ObjectModel behind =
        referring == null || referring.isEmpty() ? null : snapshot.object(referring);
    return new Place(snapshot, found, behind);
  }

  private MetadataSnapshot drafted(PageContext page) {
    if (!page.admin()) {
      throw new ProblemException(PlatformError.FORBIDDEN);
    }
    return desk.wished(page);
  }
}
