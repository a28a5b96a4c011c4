package dev.huozi.sample.pack;

import dev.huozi.measure.calendar.CalendarKind;
import dev.huozi.metadata.action.ActionKind;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.function.FunctionKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.pack.OfflineModel;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.rule.RuleKind;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.sample.AppUnderTest;
import dev.huozi.ui.app.AppKind;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListViewKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The pack folders of this module, read without a server.
public final class SamplePacks {
  public static final MetadataKinds KINDS =
      new MetadataKinds(
          List.of(
              ObjectKind.KIND,
              OptionSetKind.KIND,
              ExtensionKind.KIND,
              RuleKind.KIND,
              ListViewKind.KIND,
              LayoutKind.KIND,
              AppKind.KIND,
              CalendarKind.KIND,
              FunctionKind.KIND,
              ActionKind.KIND));

  /// In the order in which they build upon each other.
  public static final List<String> IDS = List.of("crm_base", "visit");

  private SamplePacks() {}

  public static Path folder(String id) {
    return AppUnderTest.root().resolve("sample-tenants/packs").resolve(id);
  }

  /// The pack's files by path.
  public static Map<String, String> files(String id) {
    Path folder = folder(id);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  public static Pack read(String id) {
    return new PackReader(KINDS).read(files(id));
  }

  /// The compiled model of a tenant with all of them.
  public static MetadataSnapshot snapshot() {
    List<Pack> packs = new ArrayList<>();
    packs.add(SystemPack.read(KINDS));
    IDS.forEach(id -> packs.add(read(id)));
    return OfflineModel.snapshot(KINDS, packs);
  }
}
