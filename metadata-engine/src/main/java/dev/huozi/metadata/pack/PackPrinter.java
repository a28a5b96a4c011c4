package dev.huozi.metadata.pack;

import dev.huozi.metadata.binding.DefinitionWriter;
import dev.huozi.metadata.binding.YamlPrinter;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.MetadataKinds;
import java.util.Map;
import java.util.TreeMap;

/// Prints a pack as files in canonical form: one component a file, which begins by naming its JSON
/// Schema; keys in canonical order.
/// Printing what was read from canonical files gives them back byte for byte.
public final class PackPrinter {
  private final MetadataKinds kinds;

  public PackPrinter(MetadataKinds kinds) {
    this.kinds = kinds;
  }

  /// The files by path, in order of path.
  public Map<String, String> print(Pack pack) {
    Map<String, String> files = new TreeMap<>();
    files.put(
        PackReader.MANIFEST,
        PackSchemas.line(PackReader.MANIFEST, PackSchemas.PACK)
            + YamlPrinter.print(DefinitionWriter.write(pack.manifest())));
    for (MetadataChange.Put component : pack.components()) {
      files.put(
          PackReader.path(kinds.get(component.kind()), component.definition().name()),
          print(component));
    }
    pack.seeds().forEach(seed -> files.put(seed.file(), pack.files().getOrDefault(seed.file(), "")));
    return files;
  }

  /// The text of one component's file.
  public String print(MetadataChange.Put component) {
    String path = PackReader.path(kinds.get(component.kind()), component.definition().name());
    return PackSchemas.line(path, component.kind())
        + YamlPrinter.print(DefinitionWriter.write((Record) component.definition()));
  }
}
