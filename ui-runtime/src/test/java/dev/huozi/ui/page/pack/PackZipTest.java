package dev.huozi.ui.page.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.platform.problem.ErrorCode;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A zip from outside is read as far as it is harmless, and refused with the reason.
@Tag("fast")
class PackZipTest {
  private static final Map<String, String> FILES =
      Map.of("pack.yaml", "id: a\n", "objects/门店.object.yaml", "name: 门店\n");

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(PackZip.read(PackZip.write(FILES))).isEqualTo(FILES);
  }

  @Test
  void equalFilesGiveEqualBytes() {
    assertThat(PackZip.write(FILES)).isEqualTo(PackZip.write(new LinkedHashMap<>(FILES)));
  }

  @Test
  void oneFolderAroundEverythingIsTakenOff() {
    Map<String, String> around =
        Map.of("visit/pack.yaml", "id: a\n", "visit/views/v.view.yaml", "name: v\n");
    assertThat(PackZip.read(PackZip.write(around)))
        .containsOnlyKeys("pack.yaml", "views/v.view.yaml");
  }

  @Test
  void hiddenFilesAreLeftAside() {
    Map<String, String> more =
        Map.of(
            "pack.yaml",
            "id: a\n",
            ".git/config",
            "x",
            "__MACOSX/pack.yaml",
            "x",
            ".DS_Store",
            "x");
    assertThat(PackZip.read(PackZip.write(more))).containsOnlyKeys("pack.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../pack.yaml",
        "a/../../b.yaml",
        "/etc/passwd",
        "a\\b.yaml",
        "C:x.yaml",
        "a\u0000b"
      })
  void aPathThatLeadsAwayIsRefused(String path) {
    assertThat(refusal(PackZip.write(Map.of(path, "x")))).isEqualTo(UiError.ZIP_PATH);
  }

  @Test
  void aFileThatOccursTwiceIsRefused() {
    assertThat(refusal(PackZip.write(Map.of("Pack.yaml", "a", "pack.yaml", "b"))))
        .isEqualTo(UiError.ZIP_DUPLICATE);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] zeros = new byte[PackZip.MOST_BYTES_EACH];
    byte[] zip = zip(Map.of("a.yaml", zeros));
    assertThat(zip).hasSizeLessThan(10_000);
    assertThat(refusal(zip)).isEqualTo(UiError.ZIP_BOMB);
  }

  @Test
  void aLargeFileIsRefused() throws IOException {
    byte[] large = new byte[PackZip.MOST_BYTES_EACH + 1];
    new java.util.Random(1).nextBytes(large);
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) ('a' + (large[i] & 15));
    }
    assertThat(refusal(zip(Map.of("a.yaml", large)))).isEqualTo(UiError.ZIP_FILE_TOO_LARGE);
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i <= PackZip.MOST_ENTRIES; i++) {
      many.put("f" + i + ".yaml", new byte[0]);
    }
    assertThat(refusal(zip(many))).isEqualTo(UiError.ZIP_ENTRIES);
  }

  @Test
  void aFileInGbkIsRefusedByName() throws IOException {
    byte[] zip = zip(Map.of("pack.yaml", "label: 门店".getBytes(Charset.forName("GBK"))));
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> PackZip.read(zip));
    assertThat(problem.code()).isEqualTo(UiError.ZIP_NOT_UTF8);
    assertThat(problem.parameters()).containsEntry("path", "pack.yaml");
  }

  @Test
  void whatIsNoZipIsRefused() {
    assertThat(refusal("not a zip".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(UiError.ZIP_UNREADABLE);
    byte[] cut = PackZip.write(FILES);
    assertThat(refusal(Arrays.copyOf(cut, 40))).isEqualTo(UiError.ZIP_UNREADABLE);
    assertThat(refusal(new byte[PackZip.MOST_BYTES + 1])).isEqualTo(UiError.ZIP_TOO_LARGE);
  }

  private static ErrorCode refusal(byte[] zip) {
    return catchThrowableOfType(ProblemException.class, () -> PackZip.read(zip)).code();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
