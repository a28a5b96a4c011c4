package dev.huozi.metadata.change;

import dev.huozi.platform.tenant.RequestContext;
import org.jspecify.annotations.Nullable;

/// Changes that somebody prepares and has not published yet: one draft for each account, kept in
/// the tenant, so that it outlives a restart and is the same on every node.
public interface Drafts {
  /// The draft of the account as JSON, or null.
  @Nullable String find(RequestContext context);

  void keep(RequestContext context, String draft);

  void discard(RequestContext context);
}
