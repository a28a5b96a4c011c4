package dev.huozi.ui.form;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.RecordService;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.UiDefinitions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/// What a lookup offers while one types: records by their searchable texts, those changed last
/// first.
@Path("lookup/{object}")
@RunOnVirtualThread
public final class LookupResource {
  private final PageContexts contexts;
  private final Pages pages;
  private final RecordService records;
  private final UiDefinitions definitions;

  LookupResource(
      PageContexts contexts, Pages pages, RecordService records, UiDefinitions definitions) {
    this.contexts = contexts;
    this.pages = pages;
    this.records = records;
    this.definitions = definitions;
  }

  @GET
  @RolesAllowed(Roles.USER)
  public Response search(@PathParam("object") String name, @RestQuery String q) {
    PageContext page = contexts.current();
    ObjectModel object = page.object(name);
    Offers offers = Offers.of(page, object, definitions);
    return pages.fragment(
        page,
        "control/lookup",
        "offers",
        offers.of(records.list(page.request(), offers.query(q)).records()));
  }
}
