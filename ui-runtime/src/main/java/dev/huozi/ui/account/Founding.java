package dev.huozi.ui.account;

import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.platform.identity.Accounts;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.tenant.Tenant;
import dev.huozi.platform.tenant.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/// Makes a tenant that somebody can work in: its schema, the system pack, its first administrator.
/// Each step may be repeated, so that a founding that was interrupted is simply asked for again.
@Singleton
public class Founding {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final long NO_METADATA = 0;

  private final Tenants tenants;
  private final Accounts accounts;
  private final PackDeployer deployer;
  private final MetadataKinds kinds;
  private final Enrollment enrollment;
  private final Clock clock;

  Founding(
      Tenants tenants,
      Accounts accounts,
      PackDeployer deployer,
      MetadataKinds kinds,
      Enrollment enrollment,
      Clock clock) {
    this.tenants = tenants;
    this.accounts = accounts;
    this.deployer = deployer;
    this.kinds = kinds;
    this.enrollment = enrollment;
    this.clock = clock;
  }

  /// @param requestId of the operator's request
  public Tenant found(NewTenant wanted, NewMember admin, String requestId) {
    Tenant tenant = createOrContinue(wanted);
    RequestContext context = asSystem(tenant, requestId);
    long version = deployer.apply(context, SystemPack.read(kinds));
    enrollment.enroll(context.withMetadataVersion(version), admin);
    return tenant;
  }

  /// A tenant that exists but that nobody can log in to is one whose founding was interrupted.
  private Tenant createOrContinue(NewTenant wanted) {
    try {
      return tenants.create(wanted);
    } catch (ProblemException problem) {
      Tenant existing =
          problem.code() == PlatformError.TENANT_CODE_TAKEN ? tenants.find(wanted.code()) : null;
      if (existing == null || !accounts.list(existing).isEmpty()) {
        throw problem;
      }
      return existing;
    }
  }

  private RequestContext asSystem(Tenant tenant, String requestId) {
    Principal system = new Principal(NOBODY, NOBODY, "system", Principal.Role.ADMIN);
    return new RequestContext(
        tenant, system, NO_METADATA, tenant.locale(), tenant.zone(), clock, requestId);
  }
}
