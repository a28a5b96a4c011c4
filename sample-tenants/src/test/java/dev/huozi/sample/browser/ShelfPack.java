package dev.huozi.sample.browser;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A small pack with one object and one view, in two versions, for tests that install it by hand.
///
/// @param id of the pack and of its object; tests that run in one tenant use different ones
record ShelfPack(String id) {
  private static final String FIELD =
      """
        - name: %s
          label:
            zh: %s
            en: %s
          type: text
      """;

  /// The first version.
  FilePayload first() {
    return zip(files("1.0.0", "货架", "[name, place]", field("place", "位置", "Place")));
  }

  /// The next: another label of the object and the place, one more field and column.
  FilePayload second() {
    return zip(
        files(
            "1.1.0",
            "陈列架",
            "[name, place, size]",
            field("place", "摆放位置", "Position") + field("size", "尺寸", "Size")));
  }

  private static String field(String name, String zh, String en) {
    return FIELD.formatted(name, zh, en);
  }

  private Map<String, String> files(String version, String label, String columns, String fields) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "pack.yaml",
        """
        id: %s
        version: %s
        label:
          zh: 货架管理
          en: Shelves
        """
            .formatted(id, version));
    files.put(
        "objects/%s.object.yaml".formatted(id),
        """
        name: %s
        label:
          zh: %s
          en: Shelf
        nameField: name
        fields:
        %s\
        """
            .formatted(id, label, (field("name", "名称", "Name") + fields).indent(0)));
    files.put(
        "views/all_%s.view.yaml".formatted(id),
        """
        name: all_%s
        label:
          zh: 全部货架
          en: All shelves
        object: %s
        columns: %s
        """
            .formatted(id, id, columns));
    return files;
  }

  private static FilePayload zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FilePayload("pack.zip", "application/zip", bytes.toByteArray());
  }
}
