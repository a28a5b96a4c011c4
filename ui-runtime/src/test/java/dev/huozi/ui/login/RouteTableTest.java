package dev.huozi.ui.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The classes here are abstract, so that no server takes them for resources.
@Tag("fast")
class RouteTableTest {
  @Path("/things")
  abstract static class GoodResource {
    @GET
    @RolesAllowed({Roles.USER, Roles.OPERATOR})
    public String list() {
      return "";
    }

    @POST
    @Path("{id : [0-9a-f]{8}}/open/{rest:.+}")
    @PermitAll
    public void open() {}

    public String notARoute() {
      return "";
    }
  }

  @Path("/forgotten")
  abstract static class ForgottenResource {
    @GET
    public String list() {
      return "";
    }
  }

  @Path("/class")
  @PermitAll
  abstract static class OnlyTheClassSaysSo {
    @GET
    public String list() {
      return "";
    }
  }

  @Path("/nobody")
  abstract static class NoRoles {
    @GET
    @RolesAllowed({})
    public String list() {
      return "";
    }
  }

  interface Contract {
    @GET
    @Path("inherited")
    String inherited();
  }

  @Path("/heir")
  abstract static class HeirResource implements Contract {
    @Override
    public String inherited() {
      return "";
    }
  }

  abstract static class Parent {
    @GET
    @Path("parent")
    public String parent() {
      return "";
    }
  }

  @Path("/child")
  abstract static class ChildResource extends Parent {}

  @Path("/locator")
  abstract static class LocatorResource {
    @Path("sub")
    @PermitAll
    public GoodResource sub() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void eachRouteIsListedWithItsRoles() {
    assertThat(RouteTable.of(List.of(GoodResource.class)).routes())
        .containsExactly(
            new RouteTable.Route("GET", "/things", List.of("user", "operator")),
            new RouteTable.Route("POST", "/things/{id}/open/{rest}", List.of()));
  }

  @Test
  void aMethodThatSaysNothingStopsTheStart() {
    refuses(ForgottenResource.class, "ForgottenResource.list");
  }

  @Test
  void aPermissionOfTheClassDoesNotCount() {
    refuses(OnlyTheClassSaysSo.class, "OnlyTheClassSaysSo.list");
  }

  @Test
  void noRolesIsNoPermission() {
    refuses(NoRoles.class, "NoRoles.list");
  }

  @Test
  void inheritedRoutesAreSeen() {
    refuses(HeirResource.class, "HeirResource.inherited");
    refuses(ChildResource.class, "ChildResource.parent");
  }

  @Test
  void handingRequestsOnIsRefused() {
    refuses(LocatorResource.class, "LocatorResource.sub");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThatThrownBy(() ->
            RouteTable.of(
                List.of(ForgottenResource.class, GoodResource.class, ChildResource.class)))
        .hasMessageContaining("ForgottenResource.list")
        .hasMessageContaining("ChildResource.parent")
        .hasMessageNotContaining("GoodResource")
        .hasMessageContaining("@RolesAllowed");
  }

  private static void refuses(Class<?> resource, String name) {
    assertThatThrownBy(() -> RouteTable.of(List.of(resource)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }
}
