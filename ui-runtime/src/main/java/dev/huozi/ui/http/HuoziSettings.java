package dev.huozi.ui.http;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// What the operator sets, read from the environment by `HuoziApplication`.
@ConfigMapping(prefix = "huozi.server")
public interface HuoziSettings {
  /// Folder of everything this installation keeps on disk.
  Path home();

  /// The address that people use, such as `https://crm.example.com`, where a proxy stands in front.
  /// Without it the address of the request counts.
  Optional<String> url();
}
