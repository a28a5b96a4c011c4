package dev.huozi.sample.bench.workload;

/// The statements written by hand. Each write leaves its history and its event in the same
/// statement, as Huozi's do.
final class BaselineSql {
  /// Rows of a page.
  static final int PAGE_ROWS = 25;

  private BaselineSql() {}

  static final String SESSION =
      "select user_id, metadata_version, tenant_id from huozi.open_session($1)";

  static final String ONE =
      """
      select d.id, d.version, d.name, d.client, c.name, d.owner, p.name, d.stage, d.amount, d.close_date, d.probability,
        d.quantity, d.discount, d.product, d.source, d.next_step, d.seen_at, d.created_at, d.created_by, b.name,
        d.updated_at, d.updated_by, u.name
      from bench.deal d left join bench.client c on c.id = d.client left join bench.person p on p.id = d.owner
        left join bench.person b on b.id = d.created_by left join bench.person u on u.id = d.updated_by
      where d.id = $1
      """;

  static final String PAGE =
      """
      select d.id, d.version, d.name, d.client, c.name, d.owner, p.name, d.stage, d.amount, d.close_date, d.probability,
        d.quantity, d.discount, d.product, d.source, d.next_step
      from (
        select * from bench.deal where %s order by close_date desc, id desc limit 26) d
      left join bench.client c on c.id = d.client left join bench.person p on p.id = d.owner
      order by d.close_date desc, d.id desc
      """;

  static final String MINE =
      PAGE.formatted("owner = $1 and stage in ('active', 'nego') and amount > $2");
  static final String DEEP = PAGE.formatted("(close_date, id) < ($1, $2)");

  static final String SUMS =
      """
      select stage, count(*), sum(amount) from bench.deal
      where owner = $1 and close_date >= $2 and close_date < $3 group by stage order by stage
      """;

  static final String FIND =
      "select id, version, name, city, code from bench.client where name ilike '%' || $1 || '%' order by id limit 26";

  static final String INSERT =
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

  static final String UPDATE =
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

  static final String BULK =
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
}
