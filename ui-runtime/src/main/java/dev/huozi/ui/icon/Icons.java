package dev.huozi.ui.icon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of the sprite and its address. Names stand in `icons.txt`; after the line `# --
/// objects` come those that objects may choose from.
public final class Icons {
  static final String LIST = "/icons.txt";
  static final String SPRITE = "/META-INF/resources/icons.svg";
  private static final String OBJECT_MARK = "# -- objects";
  private static final String FALLBACK = "cube";

  private final Set<String> names;
  private final List<String> objectIcons;
  private final String address;

  private Icons(Set<String> names, List<String> objectIcons, String address) {
    this.names = Set.copyOf(names);
    this.objectIcons = List.copyOf(objectIcons);
    this.address = address;
  }

  /// Reads the list and the sprite of this program.
  public static Icons load() {
    List<String> lines =
        text(LIST).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Set<String> names = new LinkedHashSet<>();
    List<String> forObjects = new ArrayList<>();
    boolean object = false;
    for (String line : lines) {
      object |= line.equals(OBJECT_MARK);
      if (!line.startsWith("#")) {
        names.add(line);
        if (object) {
          forObjects.add(line);
        }
      }
    }
    return new Icons(names, forObjects, "/icons.svg?v=" + hash(text(SPRITE)));
  }

  /// The address of the sprite; it changes with its content.
  public String address() {
    return address;
  }

  public Set<String> names() {
    return names;
  }

  /// What objects may choose from, in the order of the list.
  public List<String> objectIcons() {
    return objectIcons;
  }

  /// The icon of that name, or a plain one where the sprite has none of it.
  public String orPlain(@Nullable String name) {
    return name != null && names.contains(name) ? name : FALLBACK;
  }

  private static String text(String resource) {
    try (InputStream in = Icons.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(resource));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource (%s).".formatted(resource), e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
