package dev.huozi.platform;

import dev.huozi.platform.database.DatabaseSettings;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.store.ControlStore;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.SortCollation;
import dev.huozi.platform.tenant.Tenant;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A fresh database with a running platform for one test class: `@RegisterExtension static final
/// TestDatabase DATABASE = new TestDatabase();`. The server behind it is shared by the whole JVM
/// (`TestServer`).
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
  private static final Vertx VERTX = Vertx.vertx();

  private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
  private @Nullable Running running;

  /// What is open while the class runs.
  private record Running(
      DatabaseSettings settings,
      AgroalDataSource transactions,
      Mutiny.SessionFactory hibernate,
      Platform platform) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  /// Makes the database, if it is not there yet.
  public TestDatabase open() {
    if (running == null) {
      DatabaseSettings settings = TestServer.get().createDatabase();
      running = start(settings);
    }
    return this;
  }

  /// For a program that starts a platform of its own, such as Quarkus: an empty database, dropped
  /// with the next run.
  public static DatabaseSettings empty() {
    return TestServer.get().createDatabase();
  }

  private Running running() {
    if (running == null) {
      throw new IllegalStateException("The test database is not open.");
    }
    return running;
  }

  public DatabaseSettings settings() {
    return running().settings();
  }

  public Platform platform() {
    return running().platform();
  }

  public TenantDatabase tenantDatabase() {
    return platform().tenantDatabase();
  }

  /// A tenant that is ready for use: Chinese, Shanghai, CNY. The same one for the same code.
  public Tenant tenant(String code) {
    return tenants.computeIfAbsent(
        code,
        missing ->
            platform()
                .tenants()
                .create(
                    new NewTenant(
                        missing,
                        missing,
                        ZoneId.of("Asia/Shanghai"),
                        "CNY",
                        SortCollation.ZH,
                        Locale.SIMPLIFIED_CHINESE)));
  }

  /// A second platform on the same database, as another node would be. The caller closes it.
  public Node anotherNode() {
    Running node = start(settings());
    return new Node(node.platform(), () -> closeParts(node));
  }

  /// Another node. Its database stays.
  public record Node(Platform platform, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /// A plain connection as the login role, for what no door offers.
  public Connection connect() throws SQLException {
    DatabaseSettings settings = settings();
    return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
  }

  @Override
  public void close() {
    if (running == null) {
      return;
    }
    String installation = installation();
    closeParts(running);
    TestServer.get().dropDatabase(running.settings(), installation);
    running = null;
    tenants.clear();
  }

  private String installation() {
    try (Connection connection = connect();
        var rows =
            connection.createStatement().executeQuery("select code from huozi.installation")) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Running start(DatabaseSettings settings) {
    AgroalDataSource transactions = pool(settings);
    Mutiny.SessionFactory hibernate = hibernate(settings);
    ControlStore store = new ControlStore(hibernate, TestDatabase::await);
    return new Running(
        settings, transactions, hibernate, Platform.start(settings, transactions, VERTX, store));
  }

  private static <T> T await(Supplier<Uni<T>> work) {
    return work.get().await().atMost(Duration.ofSeconds(30));
  }

  private static void closeParts(Running running) {
    running.platform().close();
    running.transactions().close();
    running.hibernate().close();
  }

  private static AgroalDataSource pool(DatabaseSettings settings) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(pool ->
                  pool.maxSize(8)
                      .acquisitionTimeout(Duration.ofSeconds(5))
                      .idleValidationTimeout(Duration.ofSeconds(1))
                      .exceptionSorter(new PostgreSQLExceptionSorter())
                      .connectionFactoryConfiguration(factory ->
                          factory
                              .jdbcUrl(settings.jdbcUrl())
                              .principal(new NamePrincipal(settings.user()))
                              .credential(new SimplePassword(settings.password())))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mutiny.SessionFactory hibernate(DatabaseSettings settings) {
    Configuration configuration = new Configuration();
    for (String entity :
        new String[] {
          "tenant.store.TenantEntity", "tenant.store.PackEntity", "identity.store.AccountEntity"
        }) {
      configuration.addAnnotatedClass(type("dev.huozi.platform." + entity));
    }
    configuration
        .setProperty("hibernate.connection.url", settings.reactiveUrl())
        .setProperty("hibernate.connection.username", settings.user())
        .setProperty("hibernate.connection.password", settings.password())
        .setProperty("hibernate.connection.pool_size", "2");
    return configuration
        .buildSessionFactory(
            new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build())
        .unwrap(Mutiny.SessionFactory.class);
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
