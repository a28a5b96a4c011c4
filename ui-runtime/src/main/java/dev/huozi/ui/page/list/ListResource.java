package dev.huozi.ui.page.list;

import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// Lists: the whole page, or its rows alone for a script.
@Path("/")
@RunOnVirtualThread
public final class ListResource {
  private static final String TEMPLATE = "list";
  private static final String ROWS = "rows";
  private static final String BUILDER = "builder";

  private final PageContexts contexts;
  private final Pages pages;
  private final ListPages lists;
  private final FilterPanels panels;

  ListResource(PageContexts contexts, Pages pages, ListPages lists, FilterPanels panels) {
    this.panels = panels;
    this.contexts = contexts;
    this.pages = pages;
    this.lists = lists;
  }

  /// The first list of the reader's app.
  @GET
  @RolesAllowed(Roles.USER)
  public Response home() {
    return Redirects.to(pages.home(contexts.current()));
  }

  @GET
  @Path("a/{app}/o/{object}")
  @RolesAllowed(Roles.USER)
  public Response list(
      @PathParam("app") String app, @PathParam("object") String object, @Context UriInfo uri) {
    PageContext context = contexts.current();
    ListAddress address = ListAddress.read(app, object, uri.getQueryParameters());
    ListPage page = lists.page(context, address);
    if (pages.asksFor(ROWS)) {
      Response part = pages.fragment(context, TEMPLATE, ROWS, page);
      return Response.fromResponse(part).header("HX-Push-Url", address.href()).build();
    }
    return pages.page(context, Place.list(app, object), page.object().label(), TEMPLATE, page);
  }

  /// A step of the filter builder: another row, another field, the text; or the list filtered by
  /// it.
  @GET
  @Path("a/{app}/o/{object}/filter")
  @RolesAllowed(Roles.USER)
  public Response filter(
      @PathParam("app") String app, @PathParam("object") String object, @Context UriInfo uri) {
    PageContext context = contexts.current();
    ListAddress address = ListAddress.read(app, object, uri.getQueryParameters());
    FilterPanels.Step step = panels.step(context, address, uri.getQueryParameters());
    if (step.filter() != null) {
      return Redirects.to(address.withFormula(step.filter()).href());
    }
    if (pages.asksFor(BUILDER) || pages.asksFor(ROWS)) {
      Response part = pages.fragment(context, "filter/builder", BUILDER, step.panel());
      return Response.fromResponse(part)
          .header("HX-Retarget", "#builder")
          .header("HX-Reswap", "outerHTML")
          .build();
    }
    ListPage page = lists.page(context, address, step.panel());
    return pages.page(context, Place.list(app, object), page.object().label(), TEMPLATE, page);
  }
}
