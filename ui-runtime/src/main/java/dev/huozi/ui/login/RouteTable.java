package dev.huozi.ui.login;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every address of the server with who may call it. Reads the resource classes by reflection, as
/// the framework does.
public final class RouteTable {
  private final List<Route> routes;

  private RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /// One address.
  ///
  /// @param path template: `/api/data/{object}/{id}`
  /// @param roles one of them is needed; empty means that everybody may call it
  public record Route(String method, String path, List<String> roles) {
    public Route {
      roles = List.copyOf(roles);
    }
  }

  public List<Route> routes() {
    return routes;
  }

  /// The routes of resource classes. Fails with all methods that do not say who may call them: what
  /// nobody thought about must not be open, and must not be found out later.
  public static RouteTable of(Collection<Class<?>> resources) {
    List<Route> routes = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Class<?> resource : resources) {
      for (Method method : resource.getMethods()) {
        addRoute(resource, method, routes, faults);
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "Routes without an explicit permission:\n  %s\nAdd @RolesAllowed or @PermitAll to each of these methods."
              .formatted(String.join("\n  ", faults)));
    }
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    return new RouteTable(routes);
  }

  private static void addRoute(
      Class<?> resource, Method method, List<Route> routes, List<String> faults) {
    String verb = verb(method);
    Path path = find(method, Path.class);
    if (verb == null && path == null) {
      return;
    }
    String name = resource.getName() + "." + method.getName();
    List<String> roles = roles(method);
    if (verb == null) {
      faults.add(name + " hands requests on to another class; give that class a path of its own");
    } else if (roles == null) {
      faults.add(name);
    } else {
      routes.add(new Route(verb, join(resource.getAnnotation(Path.class), path), roles));
    }
  }

  /// The roles that the method itself names, or null when it says nothing. An annotation of the
  /// class does not count: a method that is added later must not inherit a permission that nobody
  /// thought of.
  private static @Nullable List<String> roles(Method method) {
    RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      return allowed.value().length == 0 ? null : Arrays.asList(allowed.value());
    }
    if (method.isAnnotationPresent(DenyAll.class)) {
      return List.of("-");
    }
    return method.isAnnotationPresent(PermitAll.class) ? List.of() : null;
  }

  private static @Nullable String verb(Method method) {
    for (Method place : places(method)) {
      for (Annotation annotation : place.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          return verb.value();
        }
      }
    }
    return null;
  }

  private static <A extends Annotation> @Nullable A find(Method method, Class<A> type) {
    return places(method).stream()
        .map(place -> place.getAnnotation(type))
        .filter(annotation -> annotation != null)
        .findFirst()
        .orElse(null);
  }

  /// The method and those it overrides, whose routing annotations it inherits.
  private static List<Method> places(Method method) {
    List<Method> places = new ArrayList<>(List.of(method));
    Class<?> type = method.getDeclaringClass();
    for (Class<?> parent = type.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
      addSame(parent, method, places);
    }
    for (Class<?> parent : type.getInterfaces()) {
      addSame(parent, method, places);
    }
    return places;
  }

  private static void addSame(Class<?> type, Method method, List<Method> places) {
    Arrays.stream(type.getMethods())
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
        .forEach(places::add);
  }

  private static String join(@Nullable Path first, @Nullable Path second) {
    String joined =
        "/" + (first == null ? "" : first.value()) + "/" + (second == null ? "" : second.value());
    String path = withoutPatterns(joined).replaceAll("/+", "/");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /// `{id: [0-9]{3}}` is just `{id}` here.
  private static String withoutPatterns(String template) {
    StringBuilder plain = new StringBuilder(template.length());
    int depth = 0;
    boolean inPattern = false;
    for (char c : template.toCharArray()) {
      depth += c == '{' ? 1 : 0;
      inPattern |= depth > 0 && c == ':';
      if (!inPattern || depth == 1 && c == '}') {
        plain.append(c);
      }
      depth -= c == '}' ? 1 : 0;
      inPattern &= depth > 0;
    }
    return plain.toString().replace(" ", "");
  }
}
