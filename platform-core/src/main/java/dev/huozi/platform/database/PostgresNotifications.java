package dev.huozi.platform.database;

import dev.huozi.platform.notification.Notifications;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Listens on one connection of its own.
final class PostgresNotifications implements Notifications, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PostgresNotifications.class);

  /// Between two tries to reach the database again.
  private static final long PAUSE_MILLIS = 500;

  private final PgSubscriber subscriber;

  PostgresNotifications(Vertx vertx, DatabaseSettings settings) {
    subscriber =
        PgSubscriber.subscriber(vertx, settings.connectOptions())
            .reconnectPolicy(_ -> PAUSE_MILLIS);
    subscriber.connect().onFailure(e -> LOG.warn("Listening begins when the database is back", e));
  }

  @Override
  public void subscribe(String channel, Consumer<String> listener, Runnable onReconnect) {
    subscriber
        .channel(channel)
        .subscribeHandler(_ -> Thread.startVirtualThread(onReconnect))
        .handler(message -> Thread.startVirtualThread(() -> listener.accept(message)));
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
