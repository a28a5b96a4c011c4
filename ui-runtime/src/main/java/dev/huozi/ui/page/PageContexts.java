package dev.huozi.ui.page;

import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.ui.login.RequestContexts;
import jakarta.inject.Singleton;

/// Makes the context of the page that is being asked for.
@Singleton
public class PageContexts {
  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;
  private final Messages messages;

  PageContexts(RequestContexts contexts, SnapshotRegistry snapshots, Messages messages) {
    this.contexts = contexts;
    this.snapshots = snapshots;
    this.messages = messages;
  }

  public PageContext current() {
    RequestContext request = contexts.current();
    return new PageContext(
        request, snapshots.current(request), new Words(messages, request.locale()));
  }
}
