package dev.huozi.ui.page;

import java.util.List;

/// Menu, bottom bar and switcher of one page.
///
/// @param appLabel the app that the reader is in; empty when there is none yet
/// @param apps all apps, for the switcher; it is shown where there are several
/// @param items the app's objects
/// @param administration what administrators have below
/// @param mobile left and right half of the bar at the bottom of a phone
/// @param create what the "+" offers
public record Navigation(
    String appLabel,
    List<Entry> apps,
    List<Entry> items,
    List<Entry> administration,
    List<Entry> mobile,
    List<Entry> create) {
  public Navigation {
    apps = List.copyOf(apps);
    items = List.copyOf(items);
    administration = List.copyOf(administration);
    mobile = List.copyOf(mobile);
    create = List.copyOf(create);
  }

  public static final Navigation NONE =
      new Navigation("", List.of(), List.of(), List.of(), List.of(), List.of());

  /// One link of a menu.
  public record Entry(String label, String href, String icon, boolean current) {}

  /// The half of the bottom bar before the "+".
  public List<Entry> mobileStart() {
    return mobile.subList(0, (mobile.size() + 1) / 2);
  }

  public List<Entry> mobileEnd() {
    return mobile.subList((mobile.size() + 1) / 2, mobile.size());
  }

  public boolean several() {
    return apps.size() > 1;
  }
}
