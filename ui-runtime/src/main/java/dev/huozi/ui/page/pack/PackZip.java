package dev.huozi.ui.page.pack;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The files of a pack in a zip. What is read comes from outside: nothing in it is believed, least
/// of all the sizes that it claims.
public final class PackZip {
  static final int MOST_BYTES = 8 * 1024 * 1024;
  static final int MOST_ENTRIES = 5_000;
  static final int MOST_BYTES_EACH = 4 * 1024 * 1024;
  static final int MOST_BYTES_ALL = 24 * 1024 * 1024;
  static final int MOST_RATIO = 100;
  private static final int SMALL = 1024 * 1024;
  private static final int BUFFER = 8192;
  private static final int LONGEST_PATH = 300;

  private final byte[] zip;
  private final Map<String, String> files = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private long total;

  private PackZip(byte[] zip) {
    this.zip = zip;
  }

  /// The texts by path. One folder around everything is taken off; hidden files are left aside.
  public static Map<String, String> read(byte[] zip) {
    if (zip.length > MOST_BYTES) {
      throw tooLarge();
    }
    return new PackZip(zip).read();
  }

  static ProblemException tooLarge() {
    return new ProblemException(UiError.ZIP_TOO_LARGE, "limit", megabytes(MOST_BYTES));
  }

  /// The same files in a zip, in order of path and without times: equal files give equal bytes.
  public static byte[] write(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Map<String, String> read() {
    int entries = 0;
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries++;
        if (entries > MOST_ENTRIES) {
          throw new ProblemException(UiError.ZIP_ENTRIES, "limit", MOST_ENTRIES);
        }
        file(entry, bytes(in, entry.getName()));
      }
    } catch (IOException | IllegalArgumentException _) {
      throw new ProblemException(UiError.ZIP_UNREADABLE);
    }
    if (entries == 0) {
      throw new ProblemException(UiError.ZIP_UNREADABLE);
    }
    return withoutFolderAround(files);
  }

  private void file(ZipEntry entry, byte[] content) {
    String path = entry.getName();
    if (!isSafe(path)) {
      throw new ProblemException(UiError.ZIP_PATH, "path", path);
    }
    if (!seen.add(Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
      throw new ProblemException(UiError.ZIP_DUPLICATE, "path", path);
    }
    if (!entry.isDirectory() && !isAside(path)) {
      files.put(path, text(path, content));
    }
  }

  /// The content, as long as it stays modest.
  private byte[] bytes(ZipInputStream in, String path) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      total += read;
      content.write(buffer, 0, read);
      if (content.size() > MOST_BYTES_EACH) {
        throw new ProblemException(
            UiError.ZIP_FILE_TOO_LARGE, "path", path, "limit", megabytes(MOST_BYTES_EACH));
      }
      if (total > MOST_BYTES_ALL || total > SMALL && total / zip.length > MOST_RATIO) {
        throw new ProblemException(UiError.ZIP_BOMB, "limit", megabytes(MOST_BYTES_ALL));
      }
    }
    return content.toByteArray();
  }

  private static boolean isSafe(String path) {
    return !path.isBlank()
        && path.length() <= LONGEST_PATH
        && !path.startsWith("/")
        && path.indexOf('\\') < 0
        && path.indexOf(':') < 0
        && path.chars().noneMatch(Character::isISOControl)
        && !List.of(path.split("/", -1)).contains("..");
  }

  /// What tools leave in folders, and what belongs to editors.
  private static boolean isAside(String path) {
    return path.startsWith("__MACOSX/")
        || List.of(path.split("/")).stream().anyMatch(step -> step.startsWith("."));
  }

  private static String text(String path, byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException _) {
      throw new ProblemException(UiError.ZIP_NOT_UTF8, "path", path);
    }
  }

  private static Map<String, String> withoutFolderAround(Map<String, String> files) {
    if (files.containsKey("pack.yaml") || files.isEmpty()) {
      return files;
    }
    String first = files.keySet().iterator().next();
    String folder = first.substring(0, first.indexOf('/') + 1);
    if (folder.isEmpty()
        || !files.containsKey(folder + "pack.yaml")
        || !files.keySet().stream().allMatch(path -> path.startsWith(folder))) {
      return files;
    }
    Map<String, String> inside = new TreeMap<>();
    files.forEach((path, text) -> inside.put(path.substring(folder.length()), text));
    return inside;
  }

  private static String megabytes(int bytes) {
    return bytes / (1024 * 1024) + " MB";
  }
}
