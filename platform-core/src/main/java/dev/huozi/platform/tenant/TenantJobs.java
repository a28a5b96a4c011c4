package dev.huozi.platform.tenant;

import dev.huozi.platform.dump.CopyProgress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Long works with tenants, each in a thread of its own on the node that was asked. Everybody sees
/// how far they are. What a dead node has left behind is taken away.
public interface TenantJobs {
  /// The work itself.
  @FunctionalInterface
  interface Work {
    void run(CopyProgress progress) throws Exception;
  }

  /// Starts the work; `TENANT_JOB_RUNNING` when another one runs with that tenant.
  ///
  /// @param origin code of the tenant that asks, or null for the operator
  TenantJob start(TenantJob.Kind kind, String code, @Nullable String origin, Work work);

  @Nullable TenantJob find(UUID id);

  /// The newest job with the tenant of that code, or null.
  @Nullable TenantJob newest(String code);

  /// The jobs that a tenant asked for and that run or have failed lately, newest first.
  List<TenantJob> of(String origin);

  /// Declares jobs of dead nodes failed and removes the half tenants that they left.
  void sweep();
}
