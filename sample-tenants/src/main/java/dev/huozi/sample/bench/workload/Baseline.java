package dev.huozi.sample.bench.workload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The limit: a server that knows its two tables, written by hand. It does what Huozi does for the
/// same request: the session statement ahead in the same pipeline, history and outbox in the
/// statement of each write, JSON of the same fields.
final class Baseline {
  /// As many as Huozi's pool for reads.
  private static final int CONNECTIONS = 8;

  private static final String SESSION =
      "select user_id, metadata_version, tenant_id from huozi.open_session($1)";

  private static final String ONE =
      """
      select d.id, d.version, d.name, d.client, c.name, d.owner, p.name, d.stage, d.amount, d.close_date, d.probability,
        d.quantity, d.discount, d.product, d.source, d.next_step, d.seen_at
      from bench.deal d left join bench.client c on c.id = d.client left join bench.person p on p.id = d.owner
      where d.id = $1
      """;

  private static final String PAGE =
      """
      select d.id, d.version, d.name, d.client, c.name, d.owner, p.name, d.stage, d.amount, d.close_date, d.probability,
        d.quantity, d.discount, d.product, d.source, d.next_step, null::timestamptz
      from (
        select * from bench.deal where %s order by close_date desc, id desc limit 26) d
      left join bench.client c on c.id = d.client left join bench.person p on p.id = d.owner
      order by d.close_date desc, d.id desc
      """;

  private static final String MINE =
      PAGE.formatted("owner = $1 and stage in ('active', 'nego') and amount > $2");
  private static final String DEEP = PAGE.formatted("(close_date, id) < ($1, $2)");

  private static final String SUMS =
      """
      select stage, count(*), sum(amount) from bench.deal
      where owner = $1 and close_date >= $2 and close_date < $3 group by stage order by stage
      """;

  private static final String FIND =
      "select id, version, name, city, code from bench.client where name ilike '%' || $1 || '%' order by id limit 26";

  private static final String INSERT =
      """
      with w as (
        insert into bench.deal (id, name, client, owner, stage, amount, close_date, probability, next_step, created_by,
          updated_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4, $4) returning id),
      h as (
        insert into bench.history select 1, w.id, 1, now(), $4, 'create', '{}' from w),
      e as (
        insert into bench.outbox (topic, subject, body)
        select 'record.create', w.id::text, jsonb_build_object('object', 1, 'metadata', 1, 'by', $4::uuid, 'id', w.id) from w)
      select 1 from w
      """;

  private static final String UPDATE =
      """
      with o as (
        select amount, next_step from bench.deal where id = $1 and version = $2 for update),
      w as (
        update bench.deal d set amount = $3, next_step = $4, version = version + 1, updated_at = now(), updated_by = $5
        from o where d.id = $1 returning d.id, d.version),
      h as (
        insert into bench.history
        select 1, w.id, w.version, now(), $5, 'update',
          jsonb_build_object('amount', jsonb_build_array(o.amount, $3::numeric), 'next_step',
            jsonb_build_array(o.next_step, $4::text))
        from w, o),
      e as (
        insert into bench.outbox (topic, subject, body)
        select 'record.update', w.id::text, jsonb_build_object('object', 1, 'metadata', 1, 'by', $5::uuid, 'id', w.id) from w)
      select w.version from w
      """;

  private static final String BULK =
      """
      with w as (
        insert into bench.deal (id, name, client, owner, stage, amount, close_date, created_by, updated_by)
        select u.*, $8, $8 from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::numeric[],
          $7::date[]) u returning id),
      h as (
        insert into bench.history select 1, w.id, 1, now(), $8, 'create', '{}' from w),
      e as (
        insert into bench.outbox (topic, subject, body)
        select 'record.create', 'object 1', jsonb_build_object('object', 1, 'metadata', 1, 'by', $8::uuid, 'ids',
          jsonb_agg(w.id)) from w)
      select count(*) from w
      """;

  private static final JsonFactory JSON = new JsonFactory();

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
                      .preparedQuery(SESSION)
                      .execute(Tuple.of(Secrets.fingerprint(token)))
                      .map(rows -> rows.iterator().next());
              return work.apply(new Call(request, connection, session));
            })
        .onSuccess(
            body -> request.response().putHeader("Content-Type", "application/json").end(body))
        .onFailure(request::fail);
  }

  private Future<Buffer> one(Call call) {
    UUID id = UUID.fromString(call.request().pathParam("id"));
    return call.ask(ONE, Tuple.of(id), rows -> json(out -> deal(out, rows.iterator().next())));
  }

  private Future<Buffer> mine(Call call) {
    return call.session()
        .compose(session ->
            call.ask(
                MINE,
                Tuple.of(
                    session.getUUID(0), new BigDecimal(call.request().queryParams().get("over"))),
                Baseline::deals));
  }

  private Future<Buffer> deep(Call call) {
    var query = call.request().queryParams();
    Tuple after = Tuple.of(LocalDate.parse(query.get("date")), UUID.fromString(query.get("id")));
    return call.ask(DEEP, after, Baseline::deals);
  }

  private Future<Buffer> sums(Call call) {
    var query = call.request().queryParams();
    return call.session()
        .compose(session ->
            call.ask(
                SUMS,
                Tuple.of(
                    session.getUUID(0),
                    LocalDate.parse(query.get("from")),
                    LocalDate.parse(query.get("to"))),
                rows ->
                    json(out -> {
                      out.writeStartArray();
                      for (Row row : rows) {
                        out.writeStartObject();
                        out.writeStringField("stage", row.getString(0));
                        out.writeNumberField("count", row.getLong(1));
                        out.writeNumberField("amount", row.getBigDecimal(2));
                        out.writeEndObject();
                      }
                      out.writeEndArray();
                    })));
  }

  private Future<Buffer> find(Call call) {
    Tuple text = Tuple.of(call.request().queryParams().get("q"));
    return call.ask(
        FIND,
        text,
        rows ->
            json(out -> {
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
        INSERT,
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
                UPDATE,
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
                BULK,
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

  private static Buffer deals(RowSet<Row> rows) {
    return json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("records");
      for (Row row : rows) {
        deal(out, row);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void deal(JsonGenerator out, Row row) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", row.getUUID(0).toString());
    out.writeNumberField("version", row.getInteger(1));
    out.writeStringField("name", row.getString(2));
    reference(out, "client", row.getUUID(3), row.getString(4));
    reference(out, "owner", row.getUUID(5), row.getString(6));
    out.writeStringField("stage", row.getString(7));
    number(out, "amount", row.getBigDecimal(8));
    LocalDate closes = row.getLocalDate(9);
    out.writeStringField("close_date", closes == null ? null : closes.toString());
    number(out, "probability", row.getBigDecimal(10));
    number(out, "quantity", row.getBigDecimal(11));
    number(out, "discount", row.getBigDecimal(12));
    out.writeStringField("product", row.getString(13));
    out.writeStringField("source", row.getString(14));
    out.writeStringField("next_step", row.getString(15));
    OffsetDateTime seen = row.getOffsetDateTime(16);
    if (seen != null) {
      out.writeStringField("seen_at", seen.toInstant().toString());
    }
    out.writeEndObject();
  }

  private static void reference(
      JsonGenerator out, String field, @Nullable UUID id, @Nullable String name)
      throws IOException {
    if (id == null) {
      out.writeNullField(field);
      return;
    }
    out.writeObjectFieldStart(field);
    out.writeStringField("id", id.toString());
    out.writeStringField("name", name);
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String field, @Nullable BigDecimal value)
      throws IOException {
    if (value == null) {
      out.writeNullField(field);
    } else {
      out.writeNumberField(field, value);
    }
  }

  /// Writes JSON.
  private interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  private static Buffer json(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
