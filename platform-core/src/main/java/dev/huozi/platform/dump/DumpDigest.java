package dev.huozi.platform.dump;

import dev.huozi.platform.dump.DumpManifest.DumpedTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All rows of a tenant in one line that people can compare: of a dump, and of what has arrived
/// where it was restored.
///
/// @param checksum of the tables' names, rows and checksums, in the order of their names
public record DumpDigest(int tables, long rows, String checksum) {

  public static DumpDigest of(List<DumpedTable> tables) {
    MessageDigest digest = sha256();
    tables.stream()
        .map(table -> "%s %d %s\n".formatted(table.name(), table.rows(), table.checksum()))
        .sorted()
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    return new DumpDigest(
        tables.size(),
        tables.stream().mapToLong(DumpedTable::rows).sum(),
        HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
