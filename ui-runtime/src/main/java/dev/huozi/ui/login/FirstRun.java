package dev.huozi.ui.login;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.TenantLife;
import jakarta.inject.Singleton;

/// Whether the installation is still empty. Once it has had a tenant that is over for good on this
/// node.
@Singleton
class FirstRun {
  private final TenantLife life;
  private volatile boolean over;

  FirstRun(TenantLife life) {
    this.life = life;
  }

  boolean isDue() {
    if (!over && !life.list().isEmpty()) {
      over = true;
    }
    return !over;
  }

  void require() {
    if (!isDue()) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
  }
}
