package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.store.Catalogue.InstalledPack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pack on whose behalf a change list is published: its components become the pack's, and what
/// it defines is kept as the base of its next upgrade.
///
/// @param manifest null when the pack is removed
/// @param bodies what this version of the pack defines, by component, before any merge with the
///   tenant's own changes
/// @param params values of the pack's parameters by name
/// @param files the texts that the pack was read from, by path
public record PackRelease(
    String pack,
    String version,
    @Nullable JsonNode manifest,
    Map<MetadataRef, JsonNode> bodies,
    JsonNode params,
    Map<String, String> files) {
  public PackRelease {
    bodies = Map.copyOf(bodies);
    files = Map.copyOf(files);
  }

  /// The pack goes; what is left under its name becomes the tenant's own.
  public static PackRelease removal(String pack, String version) {
    JsonNode none = JsonNodeFactory.instance.objectNode();
    return new PackRelease(pack, version, null, Map.of(), none, Map.of());
  }

  public boolean isRemoval() {
    return manifest == null;
  }

  /// Tells the files from those of any other release.
  public String digest() {
    MessageDigest digest = sha256();
    new TreeMap<>(files)
        .forEach((path, text) -> {
          digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /// The list of packs after the publication.
  ///
  /// @param tenantVersion the version that the publication makes
  Map<String, InstalledPack> applied(Map<String, InstalledPack> before, long tenantVersion) {
    Map<String, InstalledPack> after = new HashMap<>(before);
    if (manifest == null) {
      after.remove(pack);
    } else {
      after.put(
          pack,
          new InstalledPack(version, manifest, keyedBodies(), params, digest(), tenantVersion));
    }
    return after;
  }

  /// The bodies by component, names as `ApiName.key`.
  private Map<MetadataRef, JsonNode> keyedBodies() {
    Map<MetadataRef, JsonNode> keyed = new HashMap<>();
    bodies.forEach(
        (ref, body) -> keyed.put(new MetadataRef(ref.kind(), ApiName.key(ref.name())), body));
    return keyed;
  }
}
