package dev.huozi.record.load.profile;

import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.query.ReferenceTargets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Proposes where the columns of a file go: by API name, or by label in any language.
public final class Mapping {
  private Mapping() {}

  /// A profile that fills one object.
  public static ImportProfile propose(
      List<String> header, ObjectModel object, MetadataSnapshot snapshot) {
    List<ImportProfile.Column> columns = new ArrayList<>();
    Set<String> used = new HashSet<>();
    String key = null;
    for (String name : header) {
      if (name.equalsIgnoreCase(BulkWrite.ID)) {
        columns.add(new ImportProfile.Column(name, BulkWrite.ID, null, null));
        key = BulkWrite.ID;
        continue;
      }
      FieldModel field = find(name, object);
      if (field != null && used.add(field.name())) {
        columns.add(new ImportProfile.Column(name, field.name(), by(field, snapshot), null));
        if (key == null && field.field().unique()) {
          key = field.name();
        }
      }
    }
    ImportProfile.Target target =
        new ImportProfile.Target(object.name(), null, key, false, false, columns);
    return new ImportProfile(null, null, null, null, List.of(target));
  }

  private static @Nullable FieldModel find(String header, ObjectModel object) {
    String wanted = plain(header);
    List<FieldModel> open =
        object.fields().stream()
            .filter(field -> !field.system() && !field.field().readOnly().isAlways())
            .filter(field -> field.field().unique() || !field.field().type().isGiven())
            .toList();
    for (FieldModel field : open) {
      if (plain(field.name()).equals(wanted)) {
        return field;
      }
    }
    for (FieldModel field : open) {
      if (field.field().label().texts().values().stream()
          .anyMatch(label -> plain(label).equals(wanted))) {
        return field;
      }
    }
    return null;
  }

  /// References are found by the target's first unique field, where it has one.
  private static @Nullable String by(FieldModel field, MetadataSnapshot snapshot) {
    List<ReferenceTargets.Target> targets = ReferenceTargets.of(field, snapshot);
    List<String> keys =
        targets.isEmpty() ? List.of() : LoadPlanner.keys(targets.getFirst().object());
    return keys.isEmpty() ? null : keys.getFirst();
  }

  /// What a person would call the same: no case, no spaces, no underscores.
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_*＊:：-]", "");
  }

  /// What files of the same columns have in common.
  public static String signature(List<String> header) {
    List<String> names = header.stream().map(Mapping::plain).sorted().toList();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no SHA-256.", e);
    }
  }
}
