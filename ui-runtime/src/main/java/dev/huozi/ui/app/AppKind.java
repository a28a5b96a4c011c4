package dev.huozi.ui.app;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.platform.problem.Issues;
import dev.huozi.ui.listview.ListView;
import dev.huozi.ui.listview.ListViewKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Kind `app`.
@Singleton
public final class AppKind implements MetadataKind<App> {
  public static final String ID = "app";
  public static final AppKind KIND = new AppKind();
  private static final int LEAST_MOBILE = 2;
  private static final int MOST_MOBILE = 4;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "apps";
  }

  @Override
  public Class<App> type() {
    return App.class;
  }

  @Override
  public List<Reference> references(App app) {
    List<Reference> all = new ArrayList<>();
    for (int i = 0; i < app.items().size(); i++) {
      App.Item item = app.items().get(i);
      String path = "items." + i;
      all.add(Reference.of(ObjectKind.ID, item.object(), path + ".object").dropping(path));
      if (item.view() instanceof String view) {
        all.add(Reference.of(ListViewKind.ID, view, path + ".view").dropping(path + ".view"));
      }
    }
    addObjects(app.mobile(), "mobile", all);
    addObjects(app.quickCreate(), "quickCreate", all);
    return all;
  }

  private static void addObjects(List<String> objects, String path, List<Reference> all) {
    for (int i = 0; i < objects.size(); i++) {
      String one = path + "." + i;
      all.add(Reference.of(ObjectKind.ID, objects.get(i), one).dropping(one));
    }
  }

  @Override
  public void check(App app, ModelView model, Issues issues) {
    if (!app.mobile().isEmpty()
        && (app.mobile().size() < LEAST_MOBILE || app.mobile().size() > MOST_MOBILE)) {
      issues.error(MetadataError.APP_MOBILE_COUNT, "mobile", "count", app.mobile().size());
    }
    checkDistinct(app.mobile(), "mobile", issues);
    checkDistinct(app.quickCreate(), "quickCreate", issues);
    for (int i = 0; i < app.items().size(); i++) {
      App.Item item = app.items().get(i);
      ListView view =
          item.view() instanceof String name ? model.find(ListViewKind.KIND, name) : null;
      if (view != null && !ApiName.same(view.object(), item.object())) {
        issues.error(
            MetadataError.APP_VIEW_OBJECT,
            "items." + i + ".view",
            "view",
            view.name(),
            "actual",
            view.object(),
            "object",
            item.object());
      }
    }
  }

  private static void checkDistinct(List<String> names, String path, Issues issues) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(ApiName.key(names.get(i)))) {
        issues.error(MetadataError.ITEM_DUPLICATE, path + "." + i, "name", names.get(i));
      }
    }
  }
}
