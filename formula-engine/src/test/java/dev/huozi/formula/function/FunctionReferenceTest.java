package dev.huozi.formula.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `docs/reference/functions.md` is what the functions say of themselves. `-Dgolden.update=true`
/// writes it anew.
@Tag("fast")
final class FunctionReferenceTest {
  private static final Path FILE = Path.of("../docs/reference/functions.md");

  @Test
  void theReferenceSaysWhatTheFunctionsSay() throws IOException {
    String expected = FunctionReference.of(FunctionRegistry.standard().functions());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }
    assertThat(FILE).exists();
    assertThat(Files.readString(FILE))
        .as(
            "%s is out of date; run this test with -Dgolden.update=true and look at the difference",
            FILE)
        .isEqualTo(expected);
  }
}
