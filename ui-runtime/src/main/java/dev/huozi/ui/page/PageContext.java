package dev.huozi.ui.page;

import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;

/// One request of a page: who asks, the model of the request, and how things are worded and
/// formatted for the reader.
public record PageContext(RequestContext request, MetadataSnapshot snapshot, Words words) {
  public Formats formats() {
    return new Formats(request.locale(), request.userZone());
  }

  public ValueViews values() {
    return new ValueViews(snapshot, words, formats());
  }

  public boolean admin() {
    return request.principal().role() == Principal.Role.ADMIN;
  }

  /// The object of that name; the answer for a missing one is the same as for a missing record.
  public ObjectModel object(String name) {
    ObjectModel found = snapshot.object(name);
    if (found == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    return found;
  }

  public String label(ObjectModel object) {
    return words.label(object.definition().label(), object.name());
  }
}
