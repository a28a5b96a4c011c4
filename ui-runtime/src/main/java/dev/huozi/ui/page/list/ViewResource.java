package dev.huozi.ui.page.list;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.SavedView;
import dev.huozi.record.service.SavedViews;
import dev.huozi.ui.http.Redirects;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps a list as it is filtered: for its reader alone, or by an administrator as a view for all.
@Path("a/{app}/o/{object}/views")
@RunOnVirtualThread
public final class ViewResource {
  private final PageContexts contexts;
  private final Pages pages;
  private final SavedViews saved;
  private final SharedViews shared;

  ViewResource(PageContexts contexts, Pages pages, SavedViews saved, SharedViews shared) {
    this.contexts = contexts;
    this.pages = pages;
    this.saved = saved;
    this.shared = shared;
  }

  /// @param act `add`, `update` or `delete`
  /// @param forWhom `all`, or the reader alone
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.USER)
  public Response keep(
      @PathParam("app") String app,
      @PathParam("object") String name,
      @FormParam("do") @Nullable String act,
      @FormParam("label") @Nullable String label,
      @FormParam("for") @Nullable String forWhom,
      @FormParam("address") @Nullable String address,
      @FormParam("own") @Nullable String own) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    ListAddress list = ListAddress.read(app, object.name(), query(address));
    String title = Objects.toString(label, "").strip();
    return switch (Objects.toString(act, "")) {
      case "add" ->
          "all".equals(forWhom) ? share(page, object, list, title) : add(page, object, list, title);
      case "update" -> update(page, list, id(own));
      case "delete" -> delete(page, list, id(own));
      default -> throw new ProblemException(PlatformError.NOT_FOUND);
    };
  }

  private Response add(PageContext page, ObjectModel object, ListAddress list, String label) {
    SavedView made = saved.add(page.request(), object, label, list.kept());
    pages.announce("flash_view_saved", made.label());
    return Redirects.to(ListPages.own(list, made));
  }

  private Response share(PageContext page, ObjectModel object, ListAddress list, String label) {
    if (!page.admin()) {
      throw new ProblemException(PlatformError.FORBIDDEN);
    }
    String view = shared.publish(page, object, list, label);
    pages.announce("flash_view_shared", label);
    return Redirects.to(list.withView(view).href());
  }

  private Response update(PageContext page, ListAddress list, UUID id) {
    saved.change(page.request(), id, list.kept());
    pages.announce("flash_view_updated", "");
    return Redirects.to(list.withOwn(id.toString()).href());
  }

  private Response delete(PageContext page, ListAddress list, UUID id) {
    saved.remove(page.request(), id);
    pages.announce("flash_view_deleted", "");
    return Redirects.to(list.withView(list.view()).href());
  }

  private static UUID id(@Nullable String text) {
    try {
      return UUID.fromString(Objects.toString(text, ""));
    } catch (IllegalArgumentException _) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
  }

  private static MultivaluedMap<String, String> query(@Nullable String address) {
    MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
    for (String part : Objects.toString(address, "").split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        query.add(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
  }
}
