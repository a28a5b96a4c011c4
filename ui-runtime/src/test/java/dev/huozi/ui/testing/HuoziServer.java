package dev.huozi.ui.testing;

import dev.huozi.platform.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Gives the one server of this module's tests an empty database and a home. Written here once, it
/// holds for all of them.
@QuarkusTestResource(HuoziServer.class)
public final class HuoziServer implements QuarkusTestResourceLifecycleManager {
  private static volatile Path home = Path.of("");

  /// The home of the running server.
  public static Path home() {
    return home;
  }

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("huozi-ui-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>(TestDatabase.empty().quarkusProperties());
    settings.put("huozi.server.home", home.toString());
    return settings;
  }

  @Override
  public void stop() {}
}
