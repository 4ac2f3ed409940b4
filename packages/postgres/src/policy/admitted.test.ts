import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "../../test/stand/each-server.ts";
import { openDatabase } from "../../test/stand/open-database.ts";
import { type OwnShop, ownShop } from "../../test/stand/own-shop.ts";
import type { Database } from "../database/database.ts";

/** Statements that only read, as people write them: each is admitted, and runs. */
const statements: readonly string[] = [
  "SELECT 1",
  "VALUES (1, 'a'), (2, 'b')",
  "TABLE customers LIMIT 1",
  "SHOW server_version",
  "SHOW ALL",
  "EXPLAIN SELECT * FROM orders WHERE customer_id = 1",
  "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT count(*) FROM products",
  "EXPLAIN VALUES (1)",
  "SELECT DISTINCT ON (customer_id) customer_id, placed_at FROM orders ORDER BY customer_id, placed_at DESC",
  "SELECT status, count(*) AS n, count(*) FILTER (WHERE note IS NOT NULL) FROM orders GROUP BY status HAVING count(*) > 1",
  "SELECT status, date_trunc('year', placed_at), count(*) FROM orders GROUP BY GROUPING SETS ((1), (2), ())",
  "SELECT category, grouping(category), sum(stock) FROM products GROUP BY ROLLUP (category)",
  "SELECT category, price > 100, count(*) FROM products GROUP BY CUBE (1, 2)",
  // Windows
  "SELECT id, row_number() OVER (PARTITION BY customer_id ORDER BY placed_at) FROM orders",
  "SELECT id, lag(placed_at, 1) OVER w, rank() OVER w, ntile(4) OVER w FROM orders WINDOW w AS (ORDER BY placed_at)",
  "SELECT sum(quantity) OVER (ORDER BY order_id, line ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM items",
  "SELECT avg(price) OVER (ORDER BY id RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM products",
  "SELECT first_value(title) OVER (PARTITION BY category ORDER BY price DESC) FROM products",
  // Common tables, subqueries, joins
  "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT sum(n) FROM t",
  "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SEARCH DEPTH FIRST BY n SET o SELECT * FROM t",
  "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 3 - n FROM t) CYCLE n SET c USING p SELECT * FROM t",
  "WITH big AS MATERIALIZED (SELECT * FROM order_totals WHERE total > 2000) SELECT count(*) FROM big",
  "SELECT c.name, o.* FROM customers c CROSS JOIN LATERAL (SELECT id FROM orders WHERE customer_id = c.id LIMIT 2) o LIMIT 5",
  "SELECT count(*) FROM orders o LEFT JOIN items i ON i.order_id = o.id WHERE i.order_id IS NULL",
  "SELECT count(*) FROM items JOIN products p ON p.id = product_id NATURAL JOIN (SELECT 1 AS one) x",
  "SELECT * FROM orders a FULL JOIN (SELECT id FROM orders LIMIT 3) b USING (id) LIMIT 3",
  "SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders WHERE status = 'returned') LIMIT 3",
  "SELECT name FROM customers c WHERE NOT EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id) LIMIT 3",
  "SELECT (SELECT max(price) FROM products), ARRAY(SELECT id FROM products ORDER BY id LIMIT 3)",
  "SELECT id FROM customers INTERSECT SELECT customer_id FROM orders EXCEPT SELECT 1 ORDER BY 1 FETCH FIRST 3 ROWS WITH TIES",
  "SELECT * FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a', 'b'])) WITH ORDINALITY AS x(n, s, i)",
  "SELECT count(*) FROM orders TABLESAMPLE system (10) REPEATABLE (1)",
  "SELECT count(*) FROM orders TABLESAMPLE bernoulli (10)",
  "SELECT * FROM products ORDER BY price USING > NULLS LAST LIMIT 1",
  // Values and operators
  "SELECT preferences->>'language', preferences #>> '{theme}', preferences ? 'theme', preferences @> '{\"theme\": \"dark\"}' FROM customers LIMIT 1",
  "SELECT jsonb_path_query_array(attributes, '$.colours[*] ? (@ == \"red\")'), attributes @? '$.weight', attributes['weight'] FROM products LIMIT 1",
  "SELECT key, value FROM products, jsonb_each(attributes) LIMIT 2",
  'SELECT * FROM jsonb_to_recordset(\'[{"a": 1, "b": "x"}]\') AS t(a int, b text)',
  "SELECT jsonb_build_object('a', 1) || ('{\"b\": 2}'::jsonb - 'a'), jsonb_set('{\"a\": 1}', '{a}', '2'), to_jsonb(c) FROM customers c LIMIT 1",
  "SELECT json_agg(json_build_object('id', id) ORDER BY id) FROM (SELECT id FROM orders LIMIT 3) o",
  "SELECT jsonb_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM orders GROUP BY 1) s",
  "SELECT tags[1], tags[1:2], array_length(tags, 1), 'vip' = ANY (tags), tags && ARRAY['vip'], cardinality(tags) FROM customers LIMIT 1",
  "SELECT array_agg(DISTINCT t ORDER BY t) FROM customers, unnest(tags) AS t",
  "SELECT array_to_string(array_remove(ARRAY[1, 2, NULL], 2), ',', '-'), array_position(ARRAY['a', 'b'], 'b'), (ARRAY[[1, 2], [3, 4]])[2][1]",
  "SELECT sold_during @> date '2024-01-01', lower(sold_during), upper_inf(sold_during), sold_during * daterange('2023-01-01', '2024-01-01') FROM products LIMIT 1",
  "SELECT range_agg(sold_during) FROM products WHERE id < 5",
  "SELECT title FROM products WHERE search @@ to_tsquery('english', 'lamp & red') ORDER BY ts_rank(search, 'lamp') DESC LIMIT 1",
  "SELECT ts_headline('english', title, plainto_tsquery('lamp')), websearch_to_tsquery('\"red lamp\" or chair') FROM products LIMIT 1",
  "SELECT name ~* '^a', name !~ 'z', regexp_replace(name, '(\\w+) (\\w+)', '\\2, \\1', 'g'), substring(name FROM '^\\w+') FROM customers LIMIT 1",
  "SELECT (regexp_matches('a1b2', '[a-z]\\d', 'g'))[1], regexp_split_to_array('a,b', ','), 'abc' SIMILAR TO '(a|b)%'",
  "SELECT name LIKE 'A%', name ILIKE '%a', name NOT LIKE 'x!_%' ESCAPE '!', starts_with(name, 'A') FROM customers LIMIT 1",
  "SELECT now() - interval '7 days', age(now(), '2020-01-01'), extract(isodow FROM now()), date_part('hour', now()), current_date + 1",
  "SELECT placed_at AT TIME ZONE 'Europe/Berlin', (placed_at, shipped_at) OVERLAPS ('2024-01-01', '2024-02-01'), to_char(placed_at, 'YYYY-MM') FROM orders LIMIT 1",
  "SELECT d::date FROM generate_series(date '2024-01-01', '2024-01-10', '1 day') AS d",
  "SELECT make_date(2024, 1, 1), date_bin('15 minutes', now(), '2001-01-01'), justify_hours('30 hours'), localtimestamp, timezone('UTC', now())",
  "SELECT CASE status WHEN 'open' THEN 1 ELSE 0 END, CASE WHEN note IS NULL THEN 'x' END, COALESCE(note, '-'), NULLIF(id, 1), GREATEST(1, id), LEAST(1, 2) FROM orders LIMIT 1",
  "SELECT id BETWEEN 1 AND 5, id NOT IN (1, 2), id IS DISTINCT FROM 1, (id, customer_id) > (1, 2), note IS NOT NULL, (id = 1) IS NOT TRUE FROM orders LIMIT 1",
  "SELECT (home).city, (home).*, ROW(1, 'a')::text, c FROM customers c WHERE (home).country = 'DE' LIMIT 1",
  "SELECT '12'::int, CAST('1.5' AS numeric(10, 1)), '2024-01-01'::timestamptz, 'open'::order_status, E'a\\nb', $$x$$, U&'\\0041', B'101', X'1F'",
  "SELECT md5('x'), sha256('x'), encode('x', 'base64'), convert_from('x', 'UTF8'), '\\x00'::bytea, get_byte('\\x01', 0)",
  "SELECT lower(name), upper(name), initcap(name), length(name), left(name, 2), lpad(name, 30), trim(both ' ' FROM name), position('a' IN name), overlay(name PLACING 'x' FROM 1), split_part(name, ' ', 1), format('%s', name), name || '!', reverse(name), translate(name, 'a', 'b'), string_to_array(name, ' ') FROM customers LIMIT 1",
  "SELECT round(price, 1), ceil(price), power(2, 3), 5 % 3, 2 ^ 3, |/ 4, @ -1, width_bucket(price, 0, 500, 10), -price, trunc(price), log(10), sqrt(2), mod(5, 3), abs(-1) FROM products LIMIT 1",
  "SELECT percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY price), mode() WITHIN GROUP (ORDER BY category), stddev(price), corr(price, stock), regr_slope(price, stock) FROM products",
  "SELECT string_agg(DISTINCT category, ', ' ORDER BY category), bool_and(stock > 0), every(true), bit_or(stock), min(title), count(DISTINCT category) FROM products",
  "SELECT rank(100) WITHIN GROUP (ORDER BY price) FROM products",
  "SELECT random(), gen_random_uuid(), clock_timestamp(), statement_timestamp(), pi()",
  'SELECT title COLLATE "C" FROM products ORDER BY title COLLATE "en-x-icu" LIMIT 1',
  "SELECT inet '10.0.0.1' << '10.0.0.0/8', host('10.0.0.1'::inet), point(1, 2) <-> point(3, 4), circle '((0,0),1)' @> point(0, 0)",
  "SELECT xmlelement(name a, xmlattributes('1' AS b), 'x'), xmlforest(1 AS a), xpath('/a/text()', '<a>1</a>')",
  "SELECT * FROM XMLTABLE('/r/a' PASSING '<r><a>1</a></r>' COLUMNS n int PATH '.', i FOR ORDINALITY)",
  "SELECT lead(email, 1, 'x') OVER (ORDER BY id), array_append(tags, 'x'), jsonb_populate_record(c, '{}') FROM customers c LIMIT 1",
  "SELECT '$1000000', $$ costs $99999999 $$",
  // The catalog
  "SELECT table_schema, table_name FROM information_schema.tables LIMIT 3",
  "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'orders'",
  "SELECT * FROM information_schema.table_constraints LIMIT 3",
  "SELECT relname, n_live_tup FROM pg_stat_user_tables",
  "SELECT * FROM pg_stat_activity LIMIT 1",
  "SELECT * FROM pg_stat_database, pg_stat_bgwriter LIMIT 1",
  "SELECT * FROM pg_statio_user_indexes LIMIT 1",
  "SELECT locktype, mode FROM pg_locks LIMIT 1",
  "SELECT * FROM pg_stats WHERE tablename = 'orders'",
  "SELECT * FROM pg_settings, pg_roles, pg_user LIMIT 1",
  "SELECT * FROM pg_sequences",
  "SELECT calls, query FROM public.pg_stat_statements LIMIT 1",
  "SELECT relname, pg_size_pretty(pg_total_relation_size(oid)), 'orders'::regclass::oid, oid::regclass FROM pg_class WHERE relkind = 'r' LIMIT 3",
  "SELECT pg_get_viewdef('order_totals'::regclass), pg_get_indexdef(indexrelid) FROM pg_index LIMIT 1",
  "SELECT pg_get_functiondef('order_total'::regproc), obj_description('customers'::regclass), col_description('customers'::regclass, 1)",
  "SELECT pg_database_size(current_database()), current_setting('work_mem'), version(), current_user, current_schemas(true), pg_backend_pid()",
  "SELECT pg_blocking_pids(pg_backend_pid()), pg_is_in_recovery(), pg_postmaster_start_time(), txid_current_if_assigned()",
  "SELECT has_table_privilege('customers', 'SELECT'), pg_typeof(1), format_type(23, NULL), to_regclass('nothing')",
  "SELECT tableoid::regclass, ctid, xmin FROM customers LIMIT 1",
  // What the shop has of its own
  "SELECT * FROM order_totals LIMIT 1",
  "SELECT * FROM reporting.sales_by_month",
  "SELECT id, order_total(id), with_tax(price) FROM products LIMIT 1",
  "SELECT with_tax(rate => 0.07, net => 100), dice(1, 'x')",
  "SELECT * FROM staff_notes",
  "SELECT count(*) FROM events WHERE happened_at >= '2024-06-01'",
  "SELECT 'a@example.com'::email, email FROM customers LIMIT 1",
  // Extensions
  "SELECT similarity('lamp', 'lamb'), 'lamp' % 'lamb', title <-> 'lamp' FROM products LIMIT 1",
  "SELECT 'a=>1, b=>2'::hstore -> 'a', hstore(ARRAY['a', '1']), akeys('a=>1'), each.* FROM each('a=>1')",
  "SELECT 'ABC'::citext = 'abc', 'ABC'::citext LIKE 'a%', lower('ABC'::citext)",
  "SELECT 'a.b.c'::ltree <@ 'a', nlevel('a.b'), subpath('a.b.c', 0, 2), 'a.b'::ltree ~ '*.b'::lquery",
  "SELECT digest('x', 'sha256'), hmac('a', 'b', 'sha1'), gen_random_bytes(4), crypt('x', gen_salt('md5'))",
  "SELECT 3 <-> 5, date '2024-01-01' <-> date '2024-02-01'",
  "SELECT unaccent('é'), levenshtein('a', 'b'), soundex('Robert')",
  "SELECT uuid_generate_v4(), normal_rand FROM normal_rand(2, 0, 1)",
  "SELECT cube(1) <-> cube(2), earth_distance(ll_to_earth(1, 1), ll_to_earth(2, 2))",
  "SELECT * FROM pgstattuple('shop.orders'::regclass)",
];

const extensions = [
  ...["pg_trgm", "hstore", "citext", "ltree", "pgcrypto", "btree_gist", "unaccent", "fuzzystrmatch", "uuid-ossp"],
  ...["tablefunc", "cube", "earthdistance", "pgstattuple"],
];

eachServer("what is admitted, and runs", (server) => {
  let shop: OwnShop;
  let database: Database;
  beforeAll(async () => {
    shop = await ownShop(server);
    for (const name of extensions) await shop.run(`CREATE EXTENSION "${name}" SCHEMA public`);
    await shop.run("GRANT pg_stat_scan_tables TO reader");
    database = await openDatabase(server.url(shop.name));
  });
  afterAll(() => database.end());

  it.for(statements)("%s", async (sql) => {
    const { signal } = new AbortController();
    await database.policy.admit(sql, signal);
    const { command } = await database.read({ text: sql }, { rows: 1000, bytes: 1_000_000, signal });
    expect(command).toMatch(/^(SELECT \d+|EXPLAIN|SHOW|)$/);
  });
});
