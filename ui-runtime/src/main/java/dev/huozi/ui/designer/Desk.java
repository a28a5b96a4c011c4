package dev.huozi.ui.designer;

import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.change.DeployPlan;
import dev.huozi.metadata.change.Drafts;
import dev.huozi.metadata.change.MetadataPublisher;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ModelSketch;
import dev.huozi.platform.json.Json;
import dev.huozi.ui.page.PageContext;
import jakarta.inject.Singleton;

/// Where the draft of an administrator lies: taken up, checked, put back, published.
@Singleton
public class Desk {
  private final Drafts drafts;
  private final MetadataPublisher publisher;
  private final MetadataKinds kinds;

  public Desk(Drafts drafts, MetadataPublisher publisher, MetadataKinds kinds) {
    this.drafts = drafts;
    this.publisher = publisher;
    this.kinds = kinds;
  }

  /// The draft on top of what is published now.
  public Draft draft(PageContext page) {
    String kept = drafts.find(page.request());
    return kept == null
        ? Draft.EMPTY
        : Json.read(kept, Draft.class).rebased(kinds, page.snapshot());
  }

  /// The model as it would be with the draft published, for checks; the published one while the
  /// draft is incomplete.
  public MetadataSnapshot wished(PageContext page) {
    Draft draft = draft(page);
    MetadataSnapshot sketch =
        draft.isEmpty() ? null : ModelSketch.of(new DraftModel(draft, page.snapshot()));
    return sketch == null ? page.snapshot() : sketch;
  }

  /// Keeps a draft if it could be published; else the problem says everything that is wrong.
  public void keep(PageContext page, Draft draft) {
    if (draft.isEmpty()) {
      drafts.discard(page.request());
      return;
    }
    plan(page, draft);
    drafts.keep(page.request(), Json.write(draft));
  }

  public DeployPlan plan(PageContext page, Draft draft) {
    return publisher.plan(page.request(), draft.toChanges(kinds, ""));
  }

  /// Publishes the draft as it was planned and approved. Returns the new version.
  public long publish(PageContext page, Draft draft, Approval approval, String reason) {
    long version = publisher.publish(page.request(), draft.toChanges(kinds, reason), approval);
    drafts.discard(page.request());
    return version;
  }

  public void discard(PageContext page) {
    drafts.discard(page.request());
  }
}
