package dev.huozi.platform.database;

import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the database is and who logs in. The one place that knows how our connections are set up,
/// for each driver. `toString` hides the password.
public record DatabaseSettings(
    String host, int port, String database, String user, String password) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Longer than any page may take; imports and reports work in chunks.
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(60);

  /// A list that takes longer than this is wrongly asked.
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);

  /// Reads `postgresql://user:password@host:port/database`; the parts may be percent-encoded.
  public static DatabaseSettings parse(String url) {
    URI uri = uri(url);
    String path = uri.getRawPath();
    String userInfo = uri.getRawUserInfo();
    if (!Set.of("postgresql", "postgres").contains(String.valueOf(uri.getScheme()))) {
      throw invalid("postgresql://…");
    }
    if (uri.getHost() == null || path == null || path.length() < 2) {
      throw invalid("host / database");
    }
    if (userInfo == null || userInfo.indexOf(':') < 1) {
      throw invalid("user:password");
    }
    if (uri.getRawQuery() != null) {
      throw invalid("?" + uri.getRawQuery());
    }
    int colon = userInfo.indexOf(':');
    return new DatabaseSettings(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        decode(path.substring(1)),
        decode(userInfo.substring(0, colon)),
        decode(userInfo.substring(colon + 1)));
  }

  public DatabaseSettings withDatabase(String other) {
    return new DatabaseSettings(host, port, other, user, password);
  }

  /// The form that `parse` reads. Holds the password: for handing over, never for logs.
  public String url() {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(encode(user), encode(password), host, port, encode(database));
  }

  /// For the pool of transactions. Texts are sent untyped, so that a parameter takes its type from
  /// where it stands, as over the other driver; the search path is empty, so that an unqualified
  /// name never finds a table.
  public String jdbcUrl() {
    return jdbcUrl("-c search_path= " + timeouts(WRITE_TIMEOUT));
  }

  /// For migrations, which may take long and set their own search path.
  public String migrationUrl() {
    return jdbcUrl("-c lock_timeout=30s");
  }

  private String jdbcUrl(String options) {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, encode(database))
        + "?stringtype=unspecified"
        + "&prepareThreshold=3"
        + "&connectTimeout=10"
        + "&tcpKeepAlive=true"
        + "&ApplicationName=huozi"
        + "&sslmode="
        + (isLocal() ? "disable" : "prefer")
        + "&options="
        + encode(options);
  }

  /// For the reading door and for listening. Encrypted when the server offers it, as over JDBC.
  public PgConnectOptions connectOptions() {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(host)
            .setPort(port)
            .setDatabase(database)
            .setUser(user)
            .setPassword(password)
            .setSslMode(isLocal() ? SslMode.DISABLE : SslMode.PREFER)
            .setTrustAll(!isLocal())
            .setConnectTimeout(10_000)
            .setTcpKeepAlive(true)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(256);
    // Generated statements are longer than the 2,048 characters that the client would cache by
    // default.
    options.setPreparedStatementCacheSqlLimit(32_768);
    return options
        .addProperty("application_name", "huozi")
        .addProperty("search_path", "")
        .addProperty("statement_timeout", millis(READ_TIMEOUT));
  }

  /// What the application sets before Quarkus starts.
  public Map<String, String> quarkusProperties() {
    return Map.ofEntries(
        Map.entry("huozi.db.url", url()),
        Map.entry("quarkus.datasource.username", user),
        Map.entry("quarkus.datasource.password", password),
        Map.entry("quarkus.datasource.jdbc.url", jdbcUrl()),
        Map.entry("quarkus.datasource.reactive.url", reactiveUrl()));
  }

  /// Without user and password, for the pool that belongs to Hibernate Reactive.
  public String reactiveUrl() {
    return "postgresql://%s:%d/%s".formatted(host, port, encode(database));
  }

  private boolean isLocal() {
    return LOOPBACK.contains(host);
  }

  private static String timeouts(Duration statement) {
    return "-c statement_timeout=%s -c idle_in_transaction_session_timeout=%s"
        .formatted(millis(statement), millis(statement));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw invalid("%-encoding");
    }
  }

  /// Says what is wrong, but never the URL itself, which holds a password.
  private static ProblemException invalid(@Nullable Object part) {
    return new ProblemException(PlatformError.DATABASE_URL_INVALID, "part", String.valueOf(part));
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
  }
}
