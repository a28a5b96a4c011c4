package dev.huozi.ui.page;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.ui.app.App;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.page.Place.Area;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes the menu of a page from the apps of the tenant.
@Singleton
public class Navigator {
  /// The app's name in addresses while a tenant has none: every object of its own.
  public static final String EVERYTHING = "all";

  private static final int MOBILE_MOST = 4;
  private final UiDefinitions definitions;
  private final Icons icons;

  public Navigator(UiDefinitions definitions, Icons icons) {
    this.definitions = definitions;
    this.icons = icons;
  }

  /// @param lastApp name of the app that the reader used last, or null
  public Navigation at(PageContext page, Place place, @Nullable String lastApp) {
    List<App> apps = apps(page);
    App current = current(apps, place, lastApp);
    return new Navigation(
        page.words().label(current.label(), current.name()),
        apps.stream().map(app -> switcherEntry(page, app, app == current)).toList(),
        current.items().stream()
            .flatMap(item -> entry(page, current, item, place).stream())
            .toList(),
        administration(page, place),
        mobile(page, current, place),
        creatable(page, current));
  }

  /// The apps of the tenant, at least one.
  public List<App> apps(PageContext page) {
    List<App> defined = definitions.apps(page.snapshot());
    return defined.isEmpty() ? List.of(everything(page)) : defined;
  }

  /// The address of the first list of an app, or the place where an administrator begins.
  public String home(PageContext page, @Nullable String lastApp) {
    List<App> apps = apps(page);
    App app = current(apps, new Place(null, null, Place.Area.RECORDS), lastApp);
    for (App.Item item : app.items()) {
      if (page.snapshot().object(item.object()) != null) {
        return address(app, item);
      }
    }
    return Addresses.DESIGNER;
  }

  /// The objects in the menu of the reader's app.
  List<ObjectHead> objects(PageContext page, @Nullable String lastApp) {
    App app = current(apps(page), new Place(null, null, Place.Area.RECORDS), lastApp);
    return app.items().stream()
        .map(item -> page.snapshot().object(item.object()))
        .filter(Objects::nonNull)
        .distinct()
        .map(object -> ObjectHead.of(page, object, icons))
        .toList();
  }

  /// The address of an object's list.
  public String list(PageContext page, String object, @Nullable String lastApp) {
    App app = current(apps(page), Place.record(object), lastApp);
    return address(app, itemOf(app, object));
  }

  /// The app in which a page stands: the named one, else the last one if it holds the object, else
  /// the first that does.
  static App current(List<App> apps, Place place, @Nullable String lastApp) {
    String object = place.object();
    Predicate<App> holds =
        app ->
            object == null
                || app.items().stream().anyMatch(item -> item.object().equalsIgnoreCase(object));
    return apps.stream()
        .filter(app -> app.name().equalsIgnoreCase(place.app()))
        .findFirst()
        .or(() ->
            apps.stream()
                .filter(app -> app.name().equalsIgnoreCase(lastApp))
                .filter(holds)
                .findFirst())
        .or(() -> apps.stream().filter(holds).findFirst())
        .or(() -> apps.stream().filter(app -> app.name().equalsIgnoreCase(lastApp)).findFirst())
        .orElse(apps.getFirst());
  }

  private App everything(PageContext page) {
    List<App.Item> items =
        page.snapshot().objects().stream()
            .filter(object -> object.definition().extensible())
            .map(object -> new App.Item(object.name(), null))
            .toList();
    List<String> first = items.stream().map(App.Item::object).limit(MOBILE_MOST).toList();
    return new App(EVERYTHING, LocalizedText.of("全部对象", "All objects"), items, first, first);
  }

  private Navigation.Entry switcherEntry(PageContext page, App app, boolean current) {
    String href = app.items().isEmpty() ? "/" : address(app, app.items().getFirst());
    return new Navigation.Entry(page.words().label(app.label(), app.name()), href, "apps", current);
  }

  private List<Navigation.Entry> entry(PageContext page, App app, App.Item item, Place place) {
    ObjectModel object = page.snapshot().object(item.object());
    if (object == null) {
      return List.of();
    }
    boolean current =
        item.object().equalsIgnoreCase(place.object()) && place.area() == Place.Area.RECORDS;
    return List.of(entry(page, object, address(app, item), current));
  }

  private Navigation.Entry entry(
      PageContext page, ObjectModel object, String href, boolean current) {
    return new Navigation.Entry(
        page.label(object), href, icons.orPlain(object.definition().icon()), current);
  }

  private List<Navigation.Entry> mobile(PageContext page, App app, Place place) {
    List<Navigation.Entry> entries = new ArrayList<>();
    for (String name : app.mobile()) {
      ObjectModel object = page.snapshot().object(name);
      if (object != null) {
        boolean current =
            name.equalsIgnoreCase(place.object()) && place.area() == Place.Area.RECORDS;
        entries.add(entry(page, object, address(app, itemOf(app, name)), current));
      }
    }
    return entries;
  }

  private List<Navigation.Entry> creatable(PageContext page, App app) {
    List<Navigation.Entry> entries = new ArrayList<>();
    for (String name : app.quickCreate()) {
      ObjectModel object = page.snapshot().object(name);
      if (object != null) {
        entries.add(entry(page, object, Addresses.create(object.name()), false));
      }
    }
    return entries;
  }

  private static List<Navigation.Entry> administration(PageContext page, Place place) {
    if (!page.admin()) {
      return List.of();
    }
    return List.of(
        administration(page, place, "nav_designer", Addresses.DESIGNER, "sitemap", Area.DESIGNER),
        administration(page, place, "nav_packs", Addresses.PACKS, "packages", Area.PACKS),
        administration(page, place, "nav_versions", Addresses.VERSIONS, "history", Area.VERSIONS),
        administration(page, place, "nav_imports", Addresses.IMPORTS, "table-plus", Area.IMPORTS),
        administration(page, place, "nav_sandboxes", Addresses.SANDBOXES, "flask", Area.SANDBOXES),
        administration(page, place, "nav_accounts", Addresses.ACCOUNTS, "users", Area.ACCOUNTS));
  }

  private static Navigation.Entry administration(
      PageContext page, Place place, String word, String href, String icon, Area area) {
    return new Navigation.Entry(page.words().get(word), href, icon, place.area() == area);
  }

  private static App.Item itemOf(App app, String object) {
    return app.items().stream()
        .filter(item -> item.object().equalsIgnoreCase(object))
        .findFirst()
        .orElse(new App.Item(object, null));
  }

  private static String address(App app, App.Item item) {
    String view = item.view();
    return Addresses.query(
        Addresses.list(app.name(), item.object()), Map.of("view", view == null ? "" : view));
  }
}
