package dev.huozi.platform.identity;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// Hashes and checks passwords with Argon2id. Each hash costs 19 MiB and some 50 ms of CPU, so only
/// two run at once; who would wait too long is told that the system is busy.
public final class Passwords {
  static final int SHORTEST_CHARACTERS = 8;

  /// Longer ones are refused, not cut.
  static final int LONGEST_BYTES = 1_024;

  // OWASP's first choice for Argon2id.
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int HASHES_AT_ONCE = 2;
  private static final int LONGEST_WAIT_SECONDS = 10;

  private static final String PREFIX =
      "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, ITERATIONS, PARALLELISM);

  private final Semaphore free = new Semaphore(HASHES_AT_ONCE, true);
  private final SecureRandom random = new SecureRandom();
  private final String hashOfNobody;

  public Passwords() {
    hashOfNobody = encode(new byte[SALT_BYTES], new byte[HASH_BYTES]);
  }

  /// The text to store for a new password, which is checked for its length.
  public String hash(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST_CHARACTERS) {
      throw new ProblemException(PlatformError.PASSWORD_TOO_SHORT, "minimum", SHORTEST_CHARACTERS);
    }
    byte[] bytes = bytes(password);
    if (bytes.length > LONGEST_BYTES) {
      throw new ProblemException(PlatformError.PASSWORD_TOO_LONG, "maximum", LONGEST_BYTES);
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return encode(salt, derive(bytes, salt));
  }

  /// Whether `password` is the one of `stored`. Without a stored hash it takes as long and is
  /// false.
  public boolean matches(String password, @Nullable String stored) {
    byte[] bytes = bytes(password);
    if (bytes.length > LONGEST_BYTES) {
      return false;
    }
    String hash = stored == null ? hashOfNobody : stored;
    if (!hash.startsWith(PREFIX)) {
      throw new IllegalStateException("A stored password hash has unknown parameters.");
    }
    String[] parts = hash.substring(PREFIX.length()).split("\\$");
    byte[] expected = Base64.getDecoder().decode(parts[1]);
    byte[] found = derive(bytes, Base64.getDecoder().decode(parts[0]));
    return MessageDigest.isEqual(expected, found) && stored != null;
  }

  private byte[] derive(byte[] password, byte[] salt) {
    acquire();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(MEMORY_KIB)
              .withIterations(ITERATIONS)
              .withParallelism(PARALLELISM)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[HASH_BYTES];
      generator.generateBytes(password, hash);
      return hash;
    } finally {
      free.release();
    }
  }

  private void acquire() {
    try {
      if (!free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new ProblemException(PlatformError.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(PlatformError.BUSY);
    }
  }

  /// The same characters give the same bytes, however a keyboard composes them.
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(byte[] salt, byte[] hash) {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return PREFIX + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
  }
}
