-- The functions of formulas in SQL: each gives what its kernel in the JVM gives. Arguments are values, never blanks (a blank
-- argument gives a blank: "strict") unless said otherwise. Nothing here raises an error for any argument: what has no value gives
-- the marker of its type, which SqlMarker knows too:
--   numeric 'NaN', date 'infinity', timestamptz 'infinity', time '24:00', text huozi.hz_failed().
-- Written for PostgreSQL 15 and later.

create function huozi.hz_failed() returns text language sql immutable parallel safe
  return U&'\FFFFhz-failed\FFFF';

-- ---- numbers ----

-- Cut toward zero, clamped to the range of int.
create function huozi.hz_int(n numeric) returns int language sql immutable strict parallel safe
  return greatest(least(trunc(n), 2147483647), -2147483648)::int;

-- The position of the first digit: 0 for units, -1 for tenths. For numbers other than 0.
create function huozi.hz_exponent(n numeric) returns int language sql immutable strict parallel safe
  return case
    when abs(n) >= 1 then length(trunc(abs(n))::text) - 1
    else length(ltrim(split_part(abs(n)::text, '.', 2), '0')) - scale(n) - 1
  end;

-- To that many significant digits, halves away from zero.
create function huozi.hz_digits(n numeric, digits int) returns numeric language sql immutable strict parallel safe
  return case
    when n = 0 then 0::numeric
    when scale(n) <= digits - 1 - huozi.hz_exponent(n) then n
    else round(n, digits - 1 - huozi.hz_exponent(n))
  end;

-- To 39 digits, within the bounds of numbers.
create function huozi.hz_fit(n numeric) returns numeric language sql immutable strict parallel safe
  return case
    when abs(n) < 1000000000000000 and scale(n) <= 24 then n
    when n = 0 then 0::numeric
    when huozi.hz_exponent(n) >= 309 then 'NaN'::numeric
    when huozi.hz_exponent(n) < -401 then 0::numeric
    else huozi.hz_digits(n, 39)
  end;

-- 10 to a whole power, exactly.
create function huozi.hz_power_of_ten(exponent int) returns numeric language sql immutable strict parallel safe
  return ('1e' || exponent)::numeric;

-- The quotient cut after that many places; a digit 1 more when it does not end there, so that rounding sees which side of a
-- half it is on.
create function huozi.hz_sticky_quotient(a numeric, b numeric, places int) returns numeric language sql immutable strict parallel safe
  return (
    select (q * 10 + case when q * b = a * huozi.hz_power_of_ten(places) then 0 else sign(a) * sign(b) end)
      * huozi.hz_power_of_ten(-places - 1)
    from (select div(a * huozi.hz_power_of_ten(places), b) as q) as cut);

create function huozi.hz_divide(a numeric, b numeric) returns numeric language sql immutable strict parallel safe
  return case
    when b = 0 then 'NaN'::numeric
    when a = 0 then 0::numeric
    else huozi.hz_fit(huozi.hz_sticky_quotient(a, b, greatest(41 - huozi.hz_exponent(a) + huozi.hz_exponent(b), 0)))
  end;

create function huozi.hz_mod(a numeric, b numeric) returns numeric language sql immutable strict parallel safe
  return case when b = 0 then 'NaN'::numeric else huozi.hz_fit(mod(a, b)) end;

create function huozi.hz_power(base numeric, exponent numeric) returns numeric language sql immutable strict parallel safe
  return case
    when exponent <> trunc(exponent) or abs(exponent) > 999999999 then 'NaN'::numeric
    when base = 0 then case when exponent < 0 then 'NaN'::numeric when exponent = 0 then 1::numeric else 0::numeric end
    when log(abs(base)) * exponent > 64 then 'NaN'::numeric
    when log(abs(base)) * exponent < -40 then 0::numeric
    else (
      select case when abs(p) < 1e-39 then 0::numeric else huozi.hz_digits(p, 18) end
      from (select round(huozi.hz_digits(base, 39), 90) ^ exponent as p) as raised)
  end;

create function huozi.hz_abs(n numeric) returns numeric language sql immutable strict parallel safe
  return abs(n);
create function huozi.hz_max(a numeric, b numeric) returns numeric language sql immutable strict parallel safe
  return greatest(a, b);
create function huozi.hz_min(a numeric, b numeric) returns numeric language sql immutable strict parallel safe
  return least(a, b);

create function huozi.hz_round(n numeric, places numeric) returns numeric language sql immutable strict parallel safe
  return case
    when places >= scale(n) then n
    else round(n, greatest(huozi.hz_int(places), -1000))
  end;
create function huozi.hz_trunc(n numeric, places numeric) returns numeric language sql immutable strict parallel safe
  return case
    when places >= scale(n) then n
    else trunc(n, greatest(huozi.hz_int(places), -1000))
  end;

create function huozi.hz_ceiling(n numeric) returns numeric language sql immutable strict parallel safe
  return sign(n) * ceil(abs(huozi.hz_digits(n, 33)));
create function huozi.hz_floor(n numeric) returns numeric language sql immutable strict parallel safe
  return trunc(huozi.hz_digits(n, 33));
create function huozi.hz_mceiling(n numeric) returns numeric language sql immutable strict parallel safe
  return ceil(huozi.hz_digits(n, 33));
create function huozi.hz_mfloor(n numeric) returns numeric language sql immutable strict parallel safe
  return floor(huozi.hz_digits(n, 33));

-- The scale of the argument decides the scale of the result: it is forced.
create function huozi.hz_sqrt(n numeric) returns numeric language sql immutable strict parallel safe
  return case when n < 0 then 'NaN'::numeric else huozi.hz_fit(sqrt(round(n, greatest(scale(n), 90)))) end;
create function huozi.hz_exp(n numeric) returns numeric language sql immutable strict parallel safe
  return case
    when n > 709.782712893384 then 'NaN'::numeric
    when n < -922 then 0::numeric
    when n < 0 then huozi.hz_fit(exp(round(n, 60 + (-n / 2)::int)))
    else huozi.hz_fit(exp(round(n, 60)))
  end;
create function huozi.hz_ln(n numeric) returns numeric language sql immutable strict parallel safe
  return case when n <= 0 then 'NaN'::numeric else huozi.hz_fit(ln(round(n, greatest(scale(n), 100)))) end;
create function huozi.hz_log(n numeric) returns numeric language sql immutable strict parallel safe
  return case when n <= 0 then 'NaN'::numeric else huozi.hz_fit(log(round(n, greatest(scale(n), 100)))) end;

-- ---- texts; a text without characters is a blank, here too ----

create function huozi.hz_limited(t text) returns text language sql immutable strict parallel safe
  return case when char_length(t) > 262144 then huozi.hz_failed() else nullif(t, '') end;

-- Not strict: 0 for a blank.
create function huozi.hz_len(t text) returns numeric language sql immutable parallel safe
  return coalesce(char_length(t), 0)::numeric;
create function huozi.hz_left(t text, count numeric) returns text language sql immutable strict parallel safe
  return nullif("left"(t, greatest(huozi.hz_int(count), 0)), '');
create function huozi.hz_right(t text, count numeric) returns text language sql immutable strict parallel safe
  return nullif("right"(t, greatest(huozi.hz_int(count), 0)), '');
create function huozi.hz_mid(t text, start numeric, count numeric) returns text language sql immutable strict parallel safe
  return nullif(substr(t, greatest(huozi.hz_int(start), 1), least(greatest(huozi.hz_int(count), 0), 1000000)), '');
create function huozi.hz_substr(t text, start numeric, count numeric) returns text language sql immutable strict parallel safe
  return case
    when huozi.hz_int(start) >= 0 then huozi.hz_mid(t, start, count)
    when char_length(t) < -(huozi.hz_int(start)::bigint) then null
    else huozi.hz_mid("right"(t, -greatest(huozi.hz_int(start), -1000000)), 1, count)
  end;
create function huozi.hz_substr(t text, start numeric) returns text language sql immutable strict parallel safe
  return huozi.hz_substr(t, start, 1000000);

-- Not strict: 0 for a blank.
create function huozi.hz_find(part text, t text, start numeric) returns numeric language sql immutable parallel safe
  return case
    when part is null or t is null then 0
    when start is null or start <= 1 then strpos(t, part)
    when strpos(substr(t, huozi.hz_int(start)), part) = 0 then 0
    else strpos(substr(t, huozi.hz_int(start)), part) + huozi.hz_int(start) - 1
  end::numeric;
create function huozi.hz_find(part text, t text) returns numeric language sql immutable parallel safe
  return case when part is null or t is null then 0 else strpos(t, part) end::numeric;

-- Not strict: a blank part is found everywhere.
create function huozi.hz_contains(t text, part text) returns boolean language sql immutable parallel safe
  return case when part is null then true else strpos(t, part) > 0 end;
create function huozi.hz_begins(t text, part text) returns boolean language sql immutable parallel safe
  return case when part is null then true else starts_with(t, part) end;

-- Not strict: a blank replacement takes the old text out. The result is bounded before it is made.
create function huozi.hz_substitute(t text, old text, replacement text) returns text language sql immutable parallel safe
  return case
    when t is null or old is null then null
    when replacement is null or char_length(replacement) <= char_length(old)
      then nullif(replace(t, old, coalesce(replacement, '')), '')
    when char_length(t)::bigint / char_length(old) * char_length(replacement) > 50000000
      and (char_length(t) - char_length(replace(t, old, ''))) / char_length(old)
        * (char_length(replacement) - char_length(old))::bigint + char_length(t) > 262144
      then huozi.hz_failed()
    else huozi.hz_limited(replace(t, old, replacement))
  end;

create function huozi.hz_trim(t text) returns text language sql immutable strict parallel safe
  return nullif(btrim(t, ' '), '');
create function huozi.hz_upper(t text) returns text language sql immutable strict parallel safe
  return huozi.hz_limited(upper(t collate "und-x-icu"));
create function huozi.hz_lower(t text) returns text language sql immutable strict parallel safe
  return huozi.hz_limited(lower(t collate "und-x-icu"));
-- Not strict: without a language the rules are Unicode's own; three languages differ.
create function huozi.hz_upper(t text, locale text) returns text language sql immutable parallel safe
  return case split_part(replace(lower(locale), '_', '-'), '-', 1)
    when 'tr' then huozi.hz_limited(upper(t collate "tr-x-icu")) collate "default"
    when 'az' then huozi.hz_limited(upper(t collate "az-x-icu")) collate "default"
    when 'lt' then huozi.hz_limited(upper(t collate "lt-x-icu")) collate "default"
    else huozi.hz_upper(t)
  end;
create function huozi.hz_lower(t text, locale text) returns text language sql immutable parallel safe
  return case split_part(replace(lower(locale), '_', '-'), '-', 1)
    when 'tr' then huozi.hz_limited(lower(t collate "tr-x-icu")) collate "default"
    when 'az' then huozi.hz_limited(lower(t collate "az-x-icu")) collate "default"
    when 'lt' then huozi.hz_limited(lower(t collate "lt-x-icu")) collate "default"
    else huozi.hz_lower(t)
  end;
create function huozi.hz_lpad(t text, length numeric, padding text) returns text language sql immutable strict parallel safe
  return case
    when length > 262144 then huozi.hz_failed()
    else nullif(lpad(t, greatest(huozi.hz_int(length), 0), padding), '')
  end;
create function huozi.hz_lpad(t text, length numeric) returns text language sql immutable strict parallel safe
  return huozi.hz_lpad(t, length, ' ');
create function huozi.hz_rpad(t text, length numeric, padding text) returns text language sql immutable strict parallel safe
  return case
    when length > 262144 then huozi.hz_failed()
    else nullif(rpad(t, greatest(huozi.hz_int(length), 0), padding), '')
  end;
create function huozi.hz_rpad(t text, length numeric) returns text language sql immutable strict parallel safe
  return huozi.hz_rpad(t, length, ' ');
create function huozi.hz_reverse(t text) returns text language sql immutable strict parallel safe
  return reverse(t);
create function huozi.hz_ascii(t text) returns numeric language sql immutable strict parallel safe
  return ascii(t)::numeric;
create function huozi.hz_chr(code numeric) returns text language sql immutable strict parallel safe
  return case
    when huozi.hz_int(code) < 1 or huozi.hz_int(code) > 1114111 or huozi.hz_int(code) between 55296 and 57343 then null
    else chr(huozi.hz_int(code))
  end;

create function huozi.hz_text(n numeric) returns text language sql immutable strict parallel safe
  return trim_scale(n)::text;
create function huozi.hz_text(d date) returns text language sql immutable strict parallel safe
  return to_char(d, 'YYYY-MM-DD');
create function huozi.hz_text(x timestamptz) returns text language sql immutable strict parallel safe
  return to_char(x at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || 'Z';
create function huozi.hz_text(m time) returns text language sql immutable strict parallel safe
  return to_char(m - time '00:00', 'HH24:MI:SS.MS');
create function huozi.hz_text(t text) returns text language sql immutable strict parallel safe
  return t;

create function huozi.hz_is_number_text(t text) returns boolean language sql immutable strict parallel safe
  return t ~ '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$';
create function huozi.hz_value(t text) returns numeric language sql immutable strict parallel safe
  return case
    when not huozi.hz_is_number_text(t) or char_length(t) > 1000 then 'NaN'::numeric
    when split_part(lower(t), 'e', 1) !~ '[1-9]' then 0::numeric
    when t ~ '[eE][+]?0*[0-9]{5,}$' then 'NaN'::numeric
    when t ~ '[eE]-0*[0-9]{5,}$' then 0::numeric
    else huozi.hz_fit(t::numeric)
  end;
-- Not strict: a blank is no number.
create function huozi.hz_isnumber(t text) returns boolean language sql immutable parallel safe
  return t is not null and huozi.hz_is_number_text(t) and huozi.hz_value(t) <> 'NaN'::numeric;

-- ---- dates, of the years 1 to 9999 ----

create function huozi.hz_checked(d date) returns date language sql immutable strict parallel safe
  return case when d between date '0001-01-01' and date '9999-12-31' then d else 'infinity'::date end;
create function huozi.hz_checked(x timestamptz) returns timestamptz language sql immutable strict parallel safe
  return case
    when x >= timestamptz '0001-01-01 00:00:00+00' and x < timestamptz '10000-01-01 00:00:00+00' then x
    else 'infinity'::timestamptz
  end;

create function huozi.hz_days_in_month(year int, month int) returns int language sql immutable strict parallel safe
  return case
    when month in (4, 6, 9, 11) then 30
    when month <> 2 then 31
    when year % 4 = 0 and (year % 100 <> 0 or year % 400 = 0) then 29
    else 28
  end;
create function huozi.hz_ymd(year int, month int, day int) returns date language sql immutable strict parallel safe
  return case
    when year not between 1 and 9999 or month not between 1 and 12 then 'infinity'::date
    when day not between 1 and huozi.hz_days_in_month(year, month) then 'infinity'::date
    else make_date(year, month, day)
  end;
create function huozi.hz_date(year numeric, month numeric, day numeric) returns date language sql immutable strict parallel safe
  return huozi.hz_ymd(huozi.hz_int(year), huozi.hz_int(month), huozi.hz_int(day));

create function huozi.hz_datevalue(t text) returns date language sql immutable strict parallel safe
  return case
    when t ~ '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$'
      then huozi.hz_ymd(split_part(t, '-', 1)::int, split_part(t, '-', 2)::int, split_part(t, '-', 3)::int)
    else 'infinity'::date
  end;
create function huozi.hz_datevalue(x timestamptz, zone text) returns date language sql immutable strict parallel safe
  return huozi.hz_checked((x at time zone zone)::date);

create function huozi.hz_clock(hour int, minute int, second numeric) returns time language sql immutable strict parallel safe
  return case
    when hour between 0 and 23 and minute between 0 and 59 and second >= 0 and second < 60
      then make_time(hour, minute, second::float8)
    else time '24:00'
  end;
create function huozi.hz_at(d date, m time) returns timestamptz language sql immutable strict parallel safe
  return case when d = 'infinity'::date or m = time '24:00' then 'infinity'::timestamptz else (d + m) at time zone 'UTC' end;
create function huozi.hz_datetimevalue(t text) returns timestamptz language sql immutable strict parallel safe
  return case
    when t ~ '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2} [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2} *$'
      then huozi.hz_at(
        huozi.hz_datevalue(split_part(t, ' ', 1)),
        huozi.hz_clock(
          split_part(split_part(t, ' ', 2), ':', 1)::int,
          split_part(split_part(t, ' ', 2), ':', 2)::int,
          split_part(split_part(t, ' ', 2), ':', 3)::numeric))
    else 'infinity'::timestamptz
  end;
create function huozi.hz_datetimevalue(d date) returns timestamptz language sql immutable strict parallel safe
  return d::timestamp at time zone 'UTC';
create function huozi.hz_datetimevalue(x timestamptz) returns timestamptz language sql immutable strict parallel safe
  return x;
create function huozi.hz_timevalue(t text) returns time language sql immutable strict parallel safe
  return case
    when t ~ '^[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}[.][0-9]{3}$'
      then huozi.hz_clock(split_part(t, ':', 1)::int, split_part(t, ':', 2)::int, split_part(t, ':', 3)::numeric)
    else time '24:00'
  end;
create function huozi.hz_timevalue(x timestamptz, zone text) returns time language sql immutable strict parallel safe
  return (x at time zone zone)::time;
create function huozi.hz_timevalue(m time) returns time language sql immutable strict parallel safe
  return m;

create function huozi.hz_year(d date) returns numeric language sql immutable strict parallel safe
  return extract(year from d);
create function huozi.hz_month(d date) returns numeric language sql immutable strict parallel safe
  return extract(month from d);
create function huozi.hz_day(d date) returns numeric language sql immutable strict parallel safe
  return extract(day from d);
create function huozi.hz_quarter(d date) returns numeric language sql immutable strict parallel safe
  return extract(quarter from d);
create function huozi.hz_weekday(d date) returns numeric language sql immutable strict parallel safe
  return extract(dow from d) + 1;
create function huozi.hz_dayofyear(d date) returns numeric language sql immutable strict parallel safe
  return extract(doy from d);
create function huozi.hz_isoweek(d date) returns numeric language sql immutable strict parallel safe
  return extract(week from d);
create function huozi.hz_isoweek(x timestamptz, zone text) returns numeric language sql immutable strict parallel safe
  return case
    when huozi.hz_datevalue(x, zone) = 'infinity'::date then 'NaN'::numeric
    else extract(week from huozi.hz_datevalue(x, zone))
  end;
-- The first days of the year 1 belong to the ISO year 0, which PostgreSQL calls 1 before Christ: -1.
create function huozi.hz_isoyear(d date) returns numeric language sql immutable strict parallel safe
  return greatest(extract(isoyear from d), 0);
create function huozi.hz_isoyear(x timestamptz, zone text) returns numeric language sql immutable strict parallel safe
  return case
    when huozi.hz_datevalue(x, zone) = 'infinity'::date then 'NaN'::numeric
    else huozi.hz_isoyear(huozi.hz_datevalue(x, zone))
  end;
create function huozi.hz_hour(m time) returns numeric language sql immutable strict parallel safe
  return extract(hour from m);
create function huozi.hz_minute(m time) returns numeric language sql immutable strict parallel safe
  return extract(minute from m);
create function huozi.hz_second(m time) returns numeric language sql immutable strict parallel safe
  return trunc(extract(second from m));
create function huozi.hz_millisecond(m time) returns numeric language sql immutable strict parallel safe
  return mod(trunc(extract(milliseconds from m)), 1000);

create function huozi.hz_plus_days(d date, days numeric) returns date language sql immutable strict parallel safe
  return case when abs(days) > 4000000 then 'infinity'::date else huozi.hz_checked(d + trunc(days)::int) end;
create function huozi.hz_minus_days(d date, days numeric) returns date language sql immutable strict parallel safe
  return huozi.hz_plus_days(d, -days);
create function huozi.hz_plus_days(x timestamptz, days numeric) returns timestamptz language sql immutable strict parallel safe
  return case
    when abs(days) > 4000000 then 'infinity'::timestamptz
    else huozi.hz_checked(x + round(days * 86400)::float8 * interval '1 second')
  end;
create function huozi.hz_minus_days(x timestamptz, days numeric) returns timestamptz language sql immutable strict parallel safe
  return huozi.hz_plus_days(x, -days);
create function huozi.hz_days_between(a date, b date) returns numeric language sql immutable strict parallel safe
  return (a - b)::numeric;
create function huozi.hz_days_between(a timestamptz, b timestamptz) returns numeric language sql immutable strict parallel safe
  return huozi.hz_divide(extract(epoch from a) - extract(epoch from b), 86400);
create function huozi.hz_plus_millis(m time, millis numeric) returns time language sql immutable strict parallel safe
  return m + mod(trunc(millis), 86400000)::float8 * interval '1 millisecond';
create function huozi.hz_minus_millis(m time, millis numeric) returns time language sql immutable strict parallel safe
  return huozi.hz_plus_millis(m, -millis);
create function huozi.hz_millis(m time) returns numeric language sql immutable strict parallel safe
  return trunc(extract(epoch from m) * 1000);
create function huozi.hz_millis_between(a time, b time) returns numeric language sql immutable strict parallel safe
  return mod(huozi.hz_millis(a) - huozi.hz_millis(b) + 86400000, 86400000);

create function huozi.hz_addmonths(d date, months numeric) returns date language sql immutable strict parallel safe
  return case
    when abs(huozi.hz_int(months)::bigint) > 200000 then 'infinity'::date
    else (
      select case
        when total < 12 or total >= 120000 then 'infinity'::date
        when extract(day from d) = huozi.hz_days_in_month(extract(year from d)::int, extract(month from d)::int)
          then make_date(total / 12, total % 12 + 1, huozi.hz_days_in_month(total / 12, total % 12 + 1))
        else make_date(
          total / 12, total % 12 + 1,
          least(extract(day from d)::int, huozi.hz_days_in_month(total / 12, total % 12 + 1)))
      end
      from (
        -- The year before 1 is -1 here; in a zone behind UTC a day may fall into it.
        select (extract(year from d)::int + case when extract(year from d) < 0 then 1 else 0 end) * 12
          + extract(month from d)::int - 1 + huozi.hz_int(months) as total) as moved)
  end;
create function huozi.hz_addmonths(x timestamptz, months numeric, zone text) returns timestamptz
  language sql immutable strict parallel safe
  return case
    when huozi.hz_addmonths((x at time zone zone)::date, months) = 'infinity'::date then 'infinity'::timestamptz
    else huozi.hz_checked(
      (huozi.hz_addmonths((x at time zone zone)::date, months) + (x at time zone zone)::time) at time zone zone)
  end;

create function huozi.hz_unixtimestamp(d date) returns numeric language sql immutable strict parallel safe
  return extract(epoch from d);
create function huozi.hz_unixtimestamp(x timestamptz) returns numeric language sql immutable strict parallel safe
  return floor(extract(epoch from x));
create function huozi.hz_unixtimestamp(m time) returns numeric language sql immutable strict parallel safe
  return floor(extract(epoch from m));
create function huozi.hz_fromunixtime(seconds numeric) returns timestamptz language sql immutable strict parallel safe
  return case
    when abs(seconds) > 345600000000 then 'infinity'::timestamptz
    else huozi.hz_checked(
      timestamptz '1970-01-01 00:00:00+00'
        + trunc(seconds)::float8 * interval '1 second'
        + mod(trunc(seconds * 1000), 1000)::float8 * interval '1 millisecond')
  end;

create function huozi.hz_complete_months(a date, b date) returns int language sql immutable strict parallel safe
  return (extract(year from b)::int - extract(year from a)::int) * 12 + extract(month from b)::int - extract(month from a)::int
    - case when extract(day from b) < extract(day from a) then 1 else 0 end;
-- A date so many months later, clamped to the month's last day.
create function huozi.hz_months_later(d date, months int) returns date language sql immutable strict parallel safe
  return (d + make_interval(months => months))::date;
create function huozi.hz_datedif(a date, b date, unit text) returns numeric language sql immutable strict parallel safe
  return case
    when b < a then 'NaN'::numeric
    else case upper(unit)
      when 'Y' then huozi.hz_complete_months(a, b) / 12
      when 'M' then huozi.hz_complete_months(a, b)
      when 'D' then b - a
      when 'YM' then huozi.hz_complete_months(a, b) % 12
      when 'MD' then b - huozi.hz_months_later(a, huozi.hz_complete_months(a, b))
      when 'YD' then b - huozi.hz_months_later(a, huozi.hz_complete_months(a, b) / 12 * 12)
      else 'NaN'::numeric
    end
  end;

create function huozi.hz_duration(seconds numeric, days boolean) returns text language sql immutable strict parallel safe
  return case when days then div(seconds, 86400) || ':' else '' end
    || case
      when div(case when days then mod(seconds, 86400) else seconds end, 3600) < 10
        then '0' || div(case when days then mod(seconds, 86400) else seconds end, 3600)
      else div(case when days then mod(seconds, 86400) else seconds end, 3600)::text
    end
    || ':' || lpad(mod(div(seconds, 60), 60)::text, 2, '0') || ':' || lpad(mod(seconds, 60)::text, 2, '0');
create function huozi.hz_formatduration(seconds numeric, days boolean) returns text language sql immutable strict parallel safe
  return case
    when abs(seconds) > 9223372036854775807 then huozi.hz_failed()
    else huozi.hz_duration(trunc(abs(seconds)), days)
  end;
create function huozi.hz_formatduration(seconds numeric) returns text language sql immutable strict parallel safe
  return huozi.hz_formatduration(seconds, false);
create function huozi.hz_formatduration(a timestamptz, b timestamptz) returns text language sql immutable strict parallel safe
  return huozi.hz_duration(trunc(abs(extract(epoch from b) - extract(epoch from a))), true);
create function huozi.hz_formatduration(a time, b time) returns text language sql immutable strict parallel safe
  return huozi.hz_duration(trunc(abs(huozi.hz_millis(b) - huozi.hz_millis(a)) / 1000), false);

-- ---- options ----

-- Not strict: 0 for a blank.
create function huozi.hz_picklistcount(codes text[]) returns numeric language sql immutable parallel safe
  return coalesce(cardinality(codes), 0)::numeric;
