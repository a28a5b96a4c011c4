package dev.huozi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void onlyTheRightPasswordMatchesItsHash() {
    String hash = passwords.hash("correct horse");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("correct hors", hash)).isFalse();
    assertThat(passwords.matches("Correct horse", hash)).isFalse();
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
  }

  @Test
  void composedAndDecomposedLettersAreTheSamePassword() {
    assertThat(passwords.matches("e\u0301tudes 1", passwords.hash("\u00e9tudes 1"))).isTrue();
  }

  @Test
  void everyByteOfALongPasswordCounts() {
    String hash = passwords.hash("x".repeat(1_023) + "a");
    assertThat(passwords.matches("x".repeat(1_023) + "b", hash)).isFalse();
    assertThat(passwords.matches("x".repeat(1_023) + "ab", hash)).isFalse();
  }

  @Test
  void nobodysPasswordNeverMatches() {
    assertThat(passwords.matches("", null)).isFalse();
    assertThat(passwords.matches("anything", null)).isFalse();
  }

  @Test
  void theOperatorsTokenIsMadeOnceAndReadableByItsOwnerOnly(@TempDir Path home) throws Exception {
    OperatorToken token = OperatorToken.inHome(home.resolve("new"));
    Path file = home.resolve("new/operator.token");
    String secret = Files.readString(file).strip();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(secret).hasSize(43);
    assertThat(token.matches(secret)).isTrue();
    assertThat(token.matches(secret + "x")).isFalse();
    assertThat(token.matches("")).isFalse();
    assertThat(token.toString()).doesNotContain(secret);
    assertThat(OperatorToken.inHome(home.resolve("new")).matches(secret)).isTrue();
    Files.writeString(file, "\n");
    assertThat(OperatorToken.inHome(home.resolve("new")).matches("")).isFalse();
  }
}
