package dev.huozi.ui.page;

import org.jspecify.annotations.Nullable;

/// Where a page stands in the menu.
///
/// @param app the app it was opened in; null for the one the reader used last
/// @param object the object it is about, or null
/// @param area which part of the house
public record Place(@Nullable String app, @Nullable String object, Area area) {
  /// Parts of the house.
  public enum Area {
    RECORDS,
    DESIGNER,
    PACKS,
    VERSIONS,
    IMPORTS,
    SANDBOXES,
    ACCOUNTS
  }

  public static Place list(String app, String object) {
    return new Place(app, object, Area.RECORDS);
  }

  public static Place record(String object) {
    return new Place(null, object, Area.RECORDS);
  }

  public static Place designer() {
    return new Place(null, null, Area.DESIGNER);
  }

  public static Place packs() {
    return new Place(null, null, Area.PACKS);
  }

  public static Place versions() {
    return new Place(null, null, Area.VERSIONS);
  }

  public static Place imports() {
    return new Place(null, null, Area.IMPORTS);
  }

  public static Place sandboxes() {
    return new Place(null, null, Area.SANDBOXES);
  }

  public static Place accounts() {
    return new Place(null, null, Area.ACCOUNTS);
  }
}
