package dev.huozi.ui.login;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/// Stops the start when a route does not say who may call it.
@Singleton
final class RouteCheck {
  private static final int FIRST = 1;

  /// Runs the check; the table itself is what fails.
  void check(@Observes @Priority(FIRST) StartupEvent event, RouteTable table) {
    if (table.routes().isEmpty()) {
      throw new IllegalStateException(
          "The server has no routes: the check of their permissions sees nothing.");
    }
  }

  @Produces
  @Singleton
  RouteTable table(BeanManager beans) {
    List<Class<?>> resources = new ArrayList<>();
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      if (isResource(type) && !resources.contains(type)) {
        resources.add(type);
      }
    }
    return RouteTable.of(resources);
  }

  private static boolean isResource(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.isAnnotationPresent(Path.class)) {
        return true;
      }
      for (Class<?> contract : at.getInterfaces()) {
        if (contract.isAnnotationPresent(Path.class)) {
          return true;
        }
      }
    }
    return false;
  }
}
