package dev.huozi.ui.designer;

import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import dev.huozi.ui.page.Refusal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What every resource of the designer does: take up the draft of the reader, draw a page of it,
/// keep a changed draft or say why it cannot be.
@Singleton
public class Studio {
  private final PageContexts contexts;
  private final Pages pages;
  private final Desk desk;
  private final Icons icons;
  private final MetadataKinds kinds;

  Studio(PageContexts contexts, Pages pages, Desk desk, Icons icons, MetadataKinds kinds) {
    this.contexts = contexts;
    this.pages = pages;
    this.desk = desk;
    this.icons = icons;
    this.kinds = kinds;
  }

  /// The model with the reader's draft on top.
  Designer open() {
    PageContext page = contexts.current();
    return new Designer(page, desk.draft(page), icons, kinds);
  }

  Response page(Designer designer, String title, String template, Object model) {
    return page(200, designer, title, template, model);
  }

  Response page(int status, Designer designer, String title, String template, Object model) {
    return pages.page(status, designer.page(), Place.designer(), title, template, model);
  }

  Response fragment(Designer designer, String template, String fragment, Object model) {
    return pages.fragment(designer.page(), template, fragment, model);
  }

  /// True where a script asks for the part of that id instead of a page.
  boolean asksFor(String part) {
    return pages.asksFor(part);
  }

  /// Keeps the wished draft and goes on, or shows the form again with everything that is wrong.
  Response keep(
      Designer designer,
      Supplier<Draft> wished,
      String next,
      Function<List<String>, Response> again) {
    return keep(designer, wished, () -> Redirects.to(next), again);
  }

  Response keep(
      Designer designer,
      Supplier<Draft> wished,
      Supplier<Response> next,
      Function<List<String>, Response> again) {
    try {
      desk.keep(designer.page(), wished.get());
    } catch (ProblemException refused) {
      return again.apply(Refusal.texts(refused, designer.page().words()));
    }
    return next.get();
  }
}
