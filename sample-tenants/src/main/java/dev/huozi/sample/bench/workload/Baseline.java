package dev.huozi.sample.bench.workload;

import dev.huozi.platform.identity.Secrets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// The limit: a server that knows its two tables, written by hand. It does what Huozi does for the
/// same request: the session statement ahead in the same pipeline, history and outbox in the
/// statement of each write, JSON of the same fields.
final class Baseline {
  /// As many as Huozi's pool for reads.
  private static final int CONNECTIONS = 8;

  /// As many as Huozi sends.
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cache-Control", "private, no-cache");

  private final Pool pool;

  private Baseline(Vertx vertx, String databaseUrl) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(databaseUrl)
            .setCachePreparedStatements(true)
            .setPipeliningLimit(64);
    pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(options)
            .using(vertx)
            .build();
  }

  /// @param arguments port, database as `HUOZI_DB_URL`
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    Baseline baseline = new Baseline(vertx, arguments[1]);
    vertx
        .createHttpServer()
        .requestHandler(baseline.routes(Router.router(vertx)))
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .onComplete(server -> System.out.println(server.succeeded() ? "ready" : server.cause()));
  }

  private Router routes(Router router) {
    router.get("/deal/:id").handler(request -> answer(request, this::one));
    router.get("/mine").handler(request -> answer(request, this::mine));
    router.get("/deep").handler(request -> answer(request, this::deep));
    router.get("/sums").handler(request -> answer(request, this::sums));
    router.get("/find").handler(request -> answer(request, this::find));
    router.post("/deal").handler(BodyHandler.create(false));
    router.post("/deal").handler(request -> answer(request, this::create));
    router.patch("/deal/:id").handler(BodyHandler.create(false));
    router.patch("/deal/:id").handler(request -> answer(request, this::update));
    router.post("/bulk").handler(BodyHandler.create(false));
    router.post("/bulk").handler(request -> answer(request, this::bulk));
    return router;
  }

  /// One request whose session is open.
  private record Call(RoutingContext request, SqlConnection connection, Future<Row> session) {
    <T> Future<T> ask(String sql, Tuple values, Function<RowSet<Row>, T> result) {
      return connection
          .preparedQuery(sql)
          .execute(values)
          .compose(rows -> session.map(_ -> result.apply(rows)));
    }
  }

  private void answer(RoutingContext request, Function<Call, Future<Buffer>> work) {
    String token = request.request().getHeader("Authorization").substring("Bearer ".length());
    pool.withConnection(
            connection -> {
              Future<Row> session =
                  connection
                      .preparedQuery(BaselineSql.SESSION)
                      .execute(Tuple.of(Secrets.fingerprint(token)))
                      .map(rows -> rows.iterator().next());
              return work.apply(new Call(request, connection, session));
            })
        .onSuccess(body -> {
          HEADERS.forEach(request.response()::putHeader);
          request.response().end(body);
        })
        .onFailure(request::fail);
  }

  private Future<Buffer> one(Call call) {
    UUID id = UUID.fromString(call.request().pathParam("id"));
    return call.ask(
        BaselineSql.ONE,
        Tuple.of(id),
        rows -> BaselineJson.json(out -> BaselineJson.deal(out, rows.iterator().next())));
  }

  private Future<Buffer> mine(Call call) {
    return call.session()
        .compose(session ->
            call.ask(
                BaselineSql.MINE,
                Tuple.of(
                    session.getUUID(0), new BigDecimal(call.request().queryParams().get("over"))),
                BaselineJson::deals));
  }

  private Future<Buffer> deep(Call call) {
    var query = call.request().queryParams();
    Tuple after = Tuple.of(LocalDate.parse(query.get("date")), UUID.fromString(query.get("id")));
    return call.ask(BaselineSql.DEEP, after, BaselineJson::deals);
  }

  private Future<Buffer> sums(Call call) {
    var query = call.request().queryParams();
    return call.session()
        .compose(session ->
            call.ask(
                BaselineSql.SUMS,
                Tuple.of(
                    session.getUUID(0),
                    LocalDate.parse(query.get("from")),
                    LocalDate.parse(query.get("to"))),
                rows ->
                    BaselineJson.json(out -> {
                      out.writeStartArray();
                      for (Row row : rows) {
                        out.writeStartObject();
                        out.writeStringField("stage", row.getString(0));
                        out.writeNumberField("count", row.getLong(1));
                        BaselineJson.money(out, "sum(amount)", row.getBigDecimal(2));
                        out.writeEndObject();
                      }
                      out.writeEndArray();
                    })));
  }

  private Future<Buffer> find(Call call) {
    Tuple text = Tuple.of(call.request().queryParams().get("q"));
    return call.ask(
        BaselineSql.FIND,
        text,
        rows ->
            BaselineJson.json(out -> {
              out.writeStartArray();
              for (Row row : rows) {
                out.writeStartObject();
                out.writeStringField("id", row.getUUID(0).toString());
                out.writeNumberField("version", row.getInteger(1));
                out.writeStringField("name", row.getString(2));
                out.writeStringField("city", row.getString(3));
                out.writeStringField("code", row.getString(4));
                out.writeEndObject();
              }
              out.writeEndArray();
            }));
  }

  private Future<Buffer> create(Call call) {
    JsonObject body = call.request().body().asJsonObject();
    UUID id = UUID.randomUUID();
    return call.ask(
        BaselineSql.INSERT,
        Tuple.tuple()
            .addUUID(id)
            .addString(body.getString("name"))
            .addUUID(UUID.fromString(body.getString("client")))
            .addUUID(UUID.fromString(body.getString("owner")))
            .addString(body.getString("stage"))
            .addBigDecimal(new BigDecimal(body.getString("amount")))
            .addLocalDate(LocalDate.parse(body.getString("close_date")))
            .addBigDecimal(new BigDecimal(body.getString("probability")))
            .addString(body.getString("next_step")),
        _ -> body.put("id", id.toString()).put("version", 1).toBuffer());
  }

  private Future<Buffer> update(Call call) {
    JsonObject body = call.request().body().asJsonObject();
    UUID id = UUID.fromString(call.request().pathParam("id"));
    int version =
        Integer.parseInt(call.request().request().getHeader("If-Match").replace("\"", ""));
    return call.session()
        .compose(session ->
            call.ask(
                BaselineSql.UPDATE,
                Tuple.of(
                    id,
                    version,
                    new BigDecimal(body.getString("amount")),
                    body.getString("next_step"),
                    session.getUUID(0)),
                rows ->
                    body.put("id", id.toString())
                        .put("version", rows.iterator().next().getInteger(0))
                        .toBuffer()));
  }

  private Future<Buffer> bulk(Call call) {
    JsonArray records = call.request().body().asJsonObject().getJsonArray("records");
    int size = records.size();
    UUID[] ids = new UUID[size];
    String[] names = new String[size];
    UUID[] clients = new UUID[size];
    UUID[] owners = new UUID[size];
    String[] stages = new String[size];
    BigDecimal[] amounts = new BigDecimal[size];
    LocalDate[] dates = new LocalDate[size];
    for (int i = 0; i < size; i++) {
      JsonObject one = records.getJsonObject(i);
      ids[i] = UUID.randomUUID();
      names[i] = one.getString("name");
      clients[i] = UUID.fromString(one.getString("client"));
      owners[i] = UUID.fromString(one.getString("owner"));
      stages[i] = one.getString("stage");
      amounts[i] = new BigDecimal(one.getString("amount"));
      dates[i] = LocalDate.parse(one.getString("close_date"));
    }
    return call.session()
        .compose(session ->
            call.ask(
                BaselineSql.BULK,
                Tuple.tuple()
                    .addArrayOfUUID(ids)
                    .addArrayOfString(names)
                    .addArrayOfUUID(clients)
                    .addArrayOfUUID(owners)
                    .addArrayOfString(stages)
                    .addArrayOfBigDecimal(amounts)
                    .addArrayOfLocalDate(dates)
                    .addUUID(session.getUUID(0)),
                _ -> Buffer.buffer("{\"count\":" + size + "}")));
  }
}
