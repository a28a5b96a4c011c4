package dev.huozi.ui.page.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.change.Approval;
import dev.huozi.metadata.merge.MergeOutcome.Side;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackChoices;
import dev.huozi.metadata.pack.PackDeployer;
import dev.huozi.metadata.pack.PackPlan;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.login.Roles;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.PageContexts;
import dev.huozi.ui.page.Pages;
import dev.huozi.ui.page.Place;
import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.ApprovalForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Installing and upgrading: a zip comes in, is planned, and is applied as it was planned. Between
/// the steps the page carries the pack along, so that no node has to remember it.
@Path("admin/packs")
@RunOnVirtualThread
public final class PackUploadResource {
  private final PageContexts contexts;
  private final Pages pages;
  private final PackDeployer deployer;
  private final PackViews views;
  private final PackReader reader;

  PackUploadResource(
      PageContexts contexts,
      Pages pages,
      PackDeployer deployer,
      PackViews views,
      MetadataKinds kinds) {
    this.contexts = contexts;
    this.pages = pages;
    this.deployer = deployer;
    this.views = views;
    this.reader = new PackReader(kinds);
  }

  @POST
  @Path("plan")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ADMIN)
  public Response plan(@RestForm("pack") @Nullable FileUpload upload) {
    PageContext page = contexts.current();
    try {
      return planned(page, PackZip.read(bytes(upload)), PackChoices.NONE, List.of());
    } catch (ProblemException refused) {
      return refused(page, Refusal.of(refused, page.words()));
    }
  }

  /// The same pack with other choices; a script gets the plan alone.
  @POST
  @Path("replan")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response replan(MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    try {
      return planned(page, carried(form), choices(form), List.of());
    } catch (ProblemException refused) {
      return refused(page, Refusal.of(refused, page.words()));
    }
  }

  @POST
  @Path("apply")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.ADMIN)
  public Response apply(MultivaluedMap<String, String> form) {
    PageContext page = contexts.current();
    Map<String, String> files = carried(form);
    PackChoices choices = choices(form);
    try {
      Approval approval = ApprovalForm.read(form);
      Pack pack = reader.read(files);
      PackPlan plan = deployer.plan(page.request(), pack, choices);
      long version = deployer.apply(page.request(), pack, choices, approval);
      PageContext now = contexts.current();
      PackPages.Done done = views.applied(now, pack, plan, approval.baseVersion(), version);
      return pages.page(now, Place.packs(), done.title(), "admin/done", done);
    } catch (ProblemException refused) {
      return planned(page, files, choices, Refusal.of(refused, page.words()));
    }
  }

  private Response planned(
      PageContext page, Map<String, String> files, PackChoices choices, List<Refusal> problems) {
    Pack pack = reader.read(files);
    String zip = Base64.getUrlEncoder().withoutPadding().encodeToString(PackZip.write(files));
    PackPages.Upgrade model;
    try {
      PackPlan plan = deployer.plan(page.request(), pack, choices);
      model = views.upgrade(page, pack, zip, choices, plan, problems);
    } catch (ProblemException refused) {
      model = PackViews.refused(page, pack, zip, choices, Refusal.of(refused, page.words()));
    }
    if (pages.asksFor("pack-plan")) {
      return pages.fragment(page, "admin/upgrade", "plan", model);
    }
    int status = model.problems().isEmpty() ? 200 : 422;
    return pages.page(status, page, Place.packs(), model.title(), "admin/upgrade", model);
  }

  private Response refused(PageContext page, List<Refusal> problems) {
    PackPages.Home model = views.home(page, deployer.installed(page.request()), problems);
    return pages.page(
        422, page, Place.packs(), page.words().get("packs_title"), "admin/packs", model);
  }

  private static byte[] bytes(@Nullable FileUpload upload) {
    if (upload == null || upload.size() == 0) {
      throw new ProblemException(UiError.ZIP_MISSING);
    }
    if (upload.size() > PackZip.MOST_BYTES) {
      throw PackZip.tooLarge();
    }
    try {
      return Files.readAllBytes(upload.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> carried(MultivaluedMap<String, String> form) {
    String zip = Objects.toString(form.getFirst("zip"), "");
    if (zip.isEmpty()) {
      throw new ProblemException(UiError.ZIP_MISSING);
    }
    try {
      return PackZip.read(Base64.getUrlDecoder().decode(zip));
    } catch (IllegalArgumentException _) {
      throw new ProblemException(UiError.ZIP_UNREADABLE);
    }
  }

  private static PackChoices choices(MultivaluedMap<String, String> form) {
    Map<String, Side> sides = new HashMap<>();
    Map<String, JsonNode> params = new HashMap<>();
    form.forEach((name, values) -> {
      String value = values.getFirst().strip();
      if (name.startsWith(PackViews.CHOICE)) {
        sides.put(
            name.substring(PackViews.CHOICE.length()),
            value.equals("pack") ? Side.PACK : Side.TENANT);
      } else if (name.startsWith(PackViews.PARAM) && !value.isEmpty()) {
        params.put(name.substring(PackViews.PARAM.length()), param(value));
      }
    });
    return new PackChoices(sides, params);
  }

  /// A number or a truth value as such, everything else as text.
  private static JsonNode param(String value) {
    if (value.equals("true") || value.equals("false")) {
      return BooleanNode.valueOf(Boolean.parseBoolean(value));
    }
    try {
      return DecimalNode.valueOf(new BigDecimal(value));
    } catch (NumberFormatException _) {
      return TextNode.valueOf(value);
    }
  }
}
