package dev.huozi.ui;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/// The program: database first, then the server; at the end the server first, then the database.
@QuarkusMain
public final class HuoziApplication implements QuarkusApplication {
  public static void main(String... arguments) {
    Quarkus.run(HuoziApplication.class, (code, _) -> System.exit(code), arguments);
  }

  @Override
  public int run(String... arguments) {
    Quarkus.waitForExit();
    return 0;
  }
}
