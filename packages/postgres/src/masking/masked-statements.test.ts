import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "../../test/stand/each-server.ts";
import { openDatabase } from "../../test/stand/open-database.ts";
import { ownShop } from "../../test/stand/own-shop.ts";
import type { Database } from "../database/database.ts";
import { maskSpec } from "./mask-spec.ts";
import { shownResult } from "./shown-result.ts";

const masks = [
  ...["shop.customers.email", "shop.customers.phone=partial", "shop.customers.preferences=null"],
  ...["shop.staff.salary=hash", "shop.staff.email", "shop.letters.body=null"],
].map(maskSpec);

/** What no answer may hold: values of the masked columns. */
const values = /customer\d+@example\.com|@staff\.example|[789]1234|CUSTOMER1@|secret letter|"(dark|light)"|\+49\d{4}/;

/** Statements that come to masked columns, with which columns of their result are masked. */
const masked: readonly (readonly [sql: string, columns: string])[] = [
  // By themselves
  ["SELECT email FROM customers WHERE id = 1", "email (hash)"],
  ["SELECT id, email AS name FROM customers LIMIT 2", "name (hash)"],
  [
    "SELECT c.email, c.phone, c.preferences FROM shop.customers AS c WHERE id < 5",
    "email (hash), phone (partial), preferences (null)",
  ],
  ["SELECT * FROM customers WHERE id = 1", "email (hash), phone (partial), preferences (null)"],
  ["TABLE staff", "salary (hash), email (hash), doubled (null)"],
  ["SELECT shop.customers.email FROM shop.customers LIMIT 1", "email (hash)"],
  ['SELECT "email" FROM ONLY customers LIMIT 1', "email (hash)"],
  ['SELECT U&"\\0065mail" FROM customers LIMIT 1', "email (hash)"],
  ["SELECT x.b FROM customers AS x(a, b) LIMIT 1", "b (hash)"],
  ["SELECT email::text FROM customers LIMIT 1", "email (hash)"],
  ["SELECT (customers).email FROM customers LIMIT 1", "email (hash)"],
  ["SELECT (c).* FROM customers c WHERE id = 1", "email (hash), phone (partial), preferences (null)"],
  ["SELECT salary, doubled FROM staff", "salary (hash), doubled (null)"],
  // Through joins, subqueries, common tables
  ["SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer_id LIMIT 3", "email (hash)"],
  [
    "SELECT * FROM newsletter n LEFT JOIN customers c ON c.id = n.customer_id",
    "email (hash), phone (partial), preferences (null)",
  ],
  [
    "SELECT * FROM (newsletter n JOIN customers c ON c.id = n.customer_id) AS j(a, b, c, d, e) LIMIT 1",
    "e (hash), phone (partial), preferences (null)",
  ],
  ["SELECT s.e FROM (SELECT email AS e FROM customers) AS s LIMIT 1", "e (hash)"],
  ["SELECT e FROM (SELECT * FROM (SELECT email FROM customers) AS a(e)) AS b LIMIT 1", "e (hash)"],
  ["SELECT (SELECT email FROM customers c WHERE c.id = o.customer_id) FROM orders o LIMIT 1", "email (hash)"],
  [
    "SELECT l.email FROM orders o, LATERAL (SELECT email FROM customers c WHERE c.id = o.customer_id) l LIMIT 1",
    "email (hash)",
  ],
  ["WITH x AS (SELECT id, email FROM customers) SELECT email FROM x LIMIT 1", "email (hash)"],
  ["WITH x(a, b) AS (SELECT id, email FROM customers), y AS (TABLE x) SELECT y.b FROM y LIMIT 1", "b (hash)"],
  [
    "WITH RECURSIVE up(id, mail) AS (SELECT id, email FROM staff WHERE boss IS NULL UNION ALL SELECT s.id, s.email FROM staff s JOIN up ON s.boss = up.id) SELECT * FROM up",
    "mail (hash)",
  ],
  [
    "WITH RECURSIVE up(id, a, b) AS (SELECT id, name, email::text FROM staff WHERE id = 1 UNION ALL SELECT s.id, up.b, up.a FROM staff s JOIN up ON s.boss = up.id) SELECT a, b FROM up",
    "a (null), b (null)",
  ],
  ["VALUES ((SELECT email FROM customers WHERE id = 1), 2)", "column1 (hash)"],
  ["SELECT v.x FROM (VALUES ((SELECT email FROM customers WHERE id = 1))) AS v(x)", "x (hash)"],
  ["SELECT 'customer' || 1 AS v UNION ALL SELECT email FROM customers WHERE id = 1", "v (null)"],
  ["SELECT email FROM customers WHERE id = 1 UNION SELECT email FROM staff", "email (hash)"],
  ["SELECT email FROM customers INTERSECT SELECT email FROM staff", "email (hash)"],
  ["SELECT email, count(*) FROM customers GROUP BY email LIMIT 2", "email (hash)"],
  ["SELECT DISTINCT email FROM staff", "email (hash)"],
  ["SELECT DISTINCT ON (email) email, name FROM staff", "email (hash)"],
  ["SELECT email, row_number() OVER (PARTITION BY email) FROM staff", "email (hash)"],
  ["SELECT s.email, c.id FROM staff s JOIN customers c ON c.email = s.email", "email (hash)"],
  ["SELECT email FROM staff JOIN customers USING (email)", "email (hash)"],
  [
    "SELECT * FROM staff NATURAL JOIN (SELECT id, 1 AS one FROM staff) q",
    "salary (hash), email (hash), doubled (null)",
  ],
  ["SELECT l.x FROM customers, LATERAL (VALUES (email)) l(x) WHERE id < 3", "x (hash)"],
  ["SELECT (SELECT c.email FROM (SELECT customers.email) AS c) FROM customers WHERE id < 3", "email (hash)"],
  // Made of them
  [
    "SELECT lower(email), upper(email::text), length(email), md5(email) FROM customers LIMIT 1",
    "lower (null), upper (null), length (null), md5 (null)",
  ],
  ["SELECT name || ' <' || email || '>' AS who FROM customers LIMIT 1", "who (null)"],
  [
    "SELECT concat(name, email), coalesce(phone, '-'), left(phone, 5), right(email, 30) FROM customers LIMIT 1",
    "concat (null), coalesce (null), left (null), right (null)",
  ],
  [
    "SELECT min(email::text), max(phone), array_agg(email), string_agg(email, ',') FROM customers WHERE id < 9",
    "min (null), max (null), array_agg (null), string_agg (null)",
  ],
  ["SELECT sum(salary), avg(salary), max(salary) FROM staff", "sum (null), avg (null), max (null)"],
  [
    "SELECT first_value(email) OVER (ORDER BY id), lag(email) OVER (ORDER BY id) FROM staff",
    "first_value (null), lag (null)",
  ],
  [
    "SELECT ARRAY[email], ROW(email, 1), CASE WHEN id = 1 THEN email END FROM customers LIMIT 1",
    "array (null), row (null), case (null)",
  ],
  [
    "SELECT ARRAY[email] || ARRAY['x@y.z'::email], (ROW(email, id)).f1 FROM customers LIMIT 1",
    "?column? (null), f1 (null)",
  ],
  ["SELECT ARRAY(SELECT email FROM customers WHERE id < 3)", "array (null)"],
  ["SELECT GREATEST(email, 'a') FROM customers LIMIT 1", "greatest (null)"],
  ["SELECT email::varchar(3) FROM customers LIMIT 1", "email (null)"],
  // Whole rows
  ["SELECT customers FROM customers LIMIT 1", "customers (null)"],
  ["SELECT c FROM customers c LIMIT 1", "c (null)"],
  [
    "SELECT to_jsonb(c), row_to_json(c), json_agg(c) OVER () FROM customers c WHERE id = 1",
    "to_jsonb (null), row_to_json (null), json_agg (null)",
  ],
  ["SELECT row(c.*), c.*::text FROM customers c LIMIT 1", "row (null), c (null)"],
  ["SELECT x.c FROM (SELECT c FROM customers c) x LIMIT 1", "c (null)"],
  ["SELECT (x.c).email FROM (SELECT c FROM customers c) x LIMIT 1", "email (null)"],
  ["SELECT array_agg(c) FROM customers c WHERE id < 3", "array_agg (null)"],
  // Views, children, partitions, copies
  ["SELECT contact FROM customer_contacts LIMIT 1", "contact (hash)"],
  ["SELECT * FROM contacts_again LIMIT 1", "address (hash), loud (null)"],
  ["SELECT id, band, n FROM staff_bands", "band (null)"],
  ["SELECT person, document FROM staff_rows", "person (null), document (null)"],
  ["SELECT * FROM chain", "email (hash)"],
  ["SELECT * FROM staff_copy", "mail (hash), salary (hash)"],
  ["SELECT body FROM letters_old", "body (null)"],
  ["SELECT * FROM beside", "e (hash)"],
  ["SELECT * FROM windows", "before (null), s (null)"],
  ["SELECT a, c FROM renamed", "c (hash)"],
  ["SELECT * FROM unnested", "u (null)"],
  ["SELECT * FROM letters", "body (null)"],
  ["SELECT id, email FROM former_staff", "email (hash)"],
  ["SELECT * FROM by_function", "mail (null)"],
  ["SELECT loud FROM by_function_again", "loud (null)"],
  ["SELECT * FROM by_operator", "id (null), same (null)"],
  [
    "WITH RECURSIVE a AS (SELECT e, id FROM b), b AS (SELECT email AS e, id FROM staff) SELECT upper(e), id FROM a",
    "upper (null)",
  ],
  ["SELECT shop.staff.email FROM public.staff, shop.staff", "email (null)"],
  // What PostgreSQL knows of values
  [
    "SELECT attname, most_common_vals, histogram_bounds FROM pg_stats WHERE tablename = 'staff'",
    "most_common_vals (null), histogram_bounds (null)",
  ],
  ["SELECT pid, query FROM pg_stat_activity", "query (null)"],
  ["SELECT calls, query FROM public.pg_stat_statements LIMIT 1", "query (null)"],
  ["SELECT query FROM shop.pg_stat_statements", "query (hash)"],
];

/** Statements that would tell values by whether they find rows, by their order, or by an error. */
const refused: readonly (readonly [sql: string, reason: RegExp])[] = [
  [
    "SELECT id FROM customers WHERE email = 'customer1@example.com'",
    /shop\.customers\.email is masked, and the statement compares it/,
  ],
  ["SELECT id FROM customers WHERE email LIKE 'customer1%'", /compares it/],
  ["SELECT id FROM customers WHERE email IN ('a', 'b')", /compares it/],
  ["SELECT id FROM customers WHERE email = ANY ($1)", /compute|compare/],
  ["SELECT id FROM customers WHERE email BETWEEN 'a' AND 'b'", /computes|compares/],
  ["SELECT id FROM customers WHERE starts_with(email, 'c')", /calls starts_with\(\) with it/],
  ["SELECT id FROM customers WHERE left(email, 1) = 'c'", /compares it/],
  ["SELECT id FROM customers c WHERE c = (SELECT d FROM customers d WHERE id = 1)", /compares it/],
  ["SELECT id FROM customers c WHERE to_jsonb(c) ->> 'email' = 'x'", /computes with it|compares/],
  ["SELECT id FROM customer_contacts WHERE contact = 'x'", /compares it/],
  ["SELECT id FROM staff_bands WHERE band = 'high'", /compares it/],
  ["SELECT salary > 90000 FROM staff", /compares it/],
  ["SELECT id FROM staff ORDER BY salary", /orders by it/],
  ["SELECT id, salary AS x FROM staff ORDER BY x", /orders by it/],
  ["SELECT id, salary FROM staff ORDER BY 2", /orders by it/],
  ["SELECT rank() OVER (ORDER BY salary) FROM staff", /orders by it/],
  ["SELECT array_agg(id ORDER BY salary) FROM staff", /orders by it/],
  ["SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY salary) FROM staff", /ranks by it/],
  ["SELECT count(*) FILTER (WHERE salary > 90000) FROM staff", /compares it/],
  ["SELECT CASE WHEN salary > 90000 THEN 1 END FROM staff", /compares it/],
  ["SELECT CASE email WHEN 'x' THEN 1 END FROM staff", /decides by it/],
  ["SELECT NULLIF(email, 'x') FROM staff", /compares it/],
  ["SELECT 1 FROM staff s JOIN newsletter n ON n.email = s.email", /compares it/],
  ["SELECT 1 FROM staff JOIN newsletter USING (email)", /joins by comparing it/],
  ["SELECT 1 FROM staff NATURAL JOIN newsletter", /joins by comparing it/],
  ["SELECT 1 FROM staff WHERE email IN (SELECT email FROM newsletter)", /compares it/],
  ["SELECT 'ken@staff.example' UNION SELECT email FROM staff", /leaves out|compares it/],
  ["SELECT 'x' EXCEPT SELECT email FROM staff", /leaves out|compares it/],
  ["SELECT phone FROM customers GROUP BY phone", /groups by it/],
  ["SELECT left(email, 9), count(*) FROM customers GROUP BY 1", /groups by it/],
  ["SELECT DISTINCT phone FROM customers", /leaves out rows/],
  ["SELECT salary + 1 FROM staff", /computes with it/],
  ["SELECT 1 / (salary - 91234) FROM staff WHERE id = 1", /computes with it/],
  ["SELECT email::int FROM customers WHERE id = 1", /casts it to int4/],
  ["SELECT nth_value(name, salary) OVER () FROM staff", /calls nth_value\(\) with it/],
  ["SELECT length(email::text, 'UTF8') FROM customers", /calls length\(\) with it/],
  ["SELECT chunk_data FROM pg_toast.pg_toast_2619", /holds parts of another table's values/],
  ["SELECT ascii(email) FROM customers", /calls ascii\(\) with it/],
  ["SELECT substring(email FROM 'c.*') FROM customers", /calls substring\(\) with it/],
  ["SELECT regexp_replace(email, 'c', '') FROM customers", /calls regexp_replace/],
  ["SELECT id, generate_series(1, salary) FROM staff", /calls generate_series\(\) with it/],
  ["SELECT g FROM staff, generate_series(1, salary) AS g", /calls generate_series|makes rows of it/],
  ["SELECT x FROM staff, unnest(string_to_array(email, '@')) AS x", /string_to_array/],
  ["SELECT e.* FROM customers c, jsonb_each(to_jsonb(c)) AS e", /jsonb_each|makes rows/],
  ["SELECT key FROM customers, jsonb_each(preferences)", /jsonb_each/],
  ["SELECT preferences ->> 'theme' FROM customers", /computes with it/],
  ["SELECT preferences['theme'] FROM customers", /takes a part of it/],
  ["SELECT preferences IS NULL FROM customers", /asks whether it is NULL/],
  ["SELECT count(preferences) FROM customers", /counts it/],
  ["SELECT id FROM staff LIMIT (SELECT length(email) FROM staff WHERE id = 1)", /limits rows by it/],
  ["SELECT id FROM staff s WHERE EXISTS (SELECT 1 FROM staff t WHERE t.salary > s.salary)", /compares it/],
  ["SELECT id FROM staff GROUP BY id HAVING max(salary) > 90000", /compares it/],
  ["SELECT s.label FROM staff s", /calls label/],
  ["SELECT label(s) FROM staff s", /calls label\(\)/],
  ["SELECT through_view()", /reads masked columns/],
  ["SELECT o.mail FROM orders o", /reads masked columns/],
  ["SELECT (o).mail FROM orders o", /reads masked columns/],
  ["SELECT 1 FROM public.staff, shop.staff WHERE shop.staff.email LIKE 'k%'", /compares it/],
  [
    "WITH RECURSIVE a AS (SELECT e FROM b), b AS (SELECT email AS e FROM staff) SELECT 1 FROM a WHERE e LIKE 'k%'",
    /compares it/,
  ],
  ["SELECT email_of(1)", /calls email_of\(\), which reads masked columns/],
  ["SELECT email_again(1)", /reads masked columns/],
  ["SELECT by_text('customer1@example.com')", /reads masked columns/],
  ["SELECT * FROM all_staff()", /reads masked columns/],
  ["SELECT 1::bigint ~=~= 2::bigint", /reads masked columns/],
  ["SELECT attname FROM pg_stats WHERE most_common_vals::text LIKE '%1234%'", /compares it/],
  ["SELECT * FROM pg_stat_get_activity(NULL)", /pg_stat_get_activity/],
  ["EXPLAIN SELECT id FROM customers WHERE email = 'x'", /compares it/],
  ["SELECT XMLELEMENT(name a, email) FROM staff", /computes with it/],
  [
    "SELECT * FROM staff, XMLTABLE('/a' PASSING XMLPARSE(DOCUMENT '<a>' || email || '</a>') COLUMNS b text PATH '.')",
    /computes with it/,
  ],
  ["SELECT JSON_OBJECT('a': email) FROM staff", /computes with it|cannot parse/],
  [
    "WITH RECURSIVE t(id, e) AS (SELECT 1, 'x' UNION SELECT s.id, s.email::text FROM staff s, t WHERE s.boss = t.id) SELECT * FROM t",
    /leaves out|compares it/,
  ],
];

/** Statements beside them that must be run, and shown as they are. */
const innocent: readonly string[] = [
  "SELECT id, name, tags, created_at FROM customers WHERE id = 1",
  "SELECT count(*) FROM customers",
  "SELECT count(email), count(DISTINCT email), count(phone) FROM customers",
  "SELECT id FROM customers WHERE phone IS NOT NULL ORDER BY id LIMIT 3",
  "SELECT id, email IS NULL AS without FROM customers LIMIT 2",
  "SELECT email FROM newsletter WHERE email = 'letters@elsewhere.example'",
  "SELECT n.email, c.name FROM newsletter n JOIN customers c ON c.id = n.customer_id WHERE n.email LIKE '%elsewhere%' ORDER BY n.email",
  "SELECT id FROM customers WHERE EXISTS (SELECT 1 FROM newsletter WHERE customer_id = customers.id AND email = 'x')",
  "SELECT email FROM (SELECT name AS email FROM customers) s WHERE email LIKE 'A%' ORDER BY email LIMIT 1",
  "WITH customers AS (SELECT 1 AS id, 'x' AS email) SELECT email FROM customers WHERE email = 'x'",
  "SELECT lower(name), name || '!', (home).city FROM customers WHERE name LIKE 'A%' ORDER BY name LIMIT 2",
  "SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY 2 DESC LIMIT 3",
  "SELECT id, city FROM customer_contacts WHERE city = 'Berlin' ORDER BY id LIMIT 2",
  "SELECT * FROM busy_customers ORDER BY orders DESC LIMIT 2",
  "SELECT n FROM staff_bands",
  "SELECT (c).id, (c).name FROM customers c ORDER BY (c).id LIMIT 1",
  "SELECT depth, id FROM chain ORDER BY depth",
  "SELECT id, sent FROM letters WHERE sent > '2020-01-01'",
  "SELECT s.id FROM staff s JOIN customers c ON c.email = s.email ORDER BY s.id",
  "SELECT id FROM customers WHERE email IN (SELECT email FROM staff)",
  "SELECT name FROM staff ORDER BY name",
  "SELECT name, rank() OVER (ORDER BY name) FROM staff",
  "SELECT to_jsonb(o) FROM orders o LIMIT 1",
  "SELECT twice(price), order_total(1) FROM products LIMIT 1",
  "SELECT unnest(tags), tag FROM customers, unnest(tags) AS tag LIMIT 2",
  "SELECT n_distinct, null_frac FROM pg_stats WHERE tablename = 'staff' AND attname = 'id'",
  "SELECT pid, state FROM pg_stat_activity WHERE state = 'active'",
  "SELECT relname FROM pg_class WHERE relname = 'customers'",
  "SELECT column_name FROM information_schema.columns WHERE table_name = 'customers'",
  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i, c.name FROM n JOIN customers c ON c.id = n.i",
  "SELECT tableoid::regclass, ctid FROM customers LIMIT 1",
  "SELECT date_trunc('month', created_at) AS month, count(*) FROM customers GROUP BY month ORDER BY month LIMIT 2",
  "EXPLAIN SELECT id, email FROM customers WHERE id = 1",
  "SHOW work_mem",
  "SELECT id FROM by_function",
  "WITH RECURSIVE a AS (SELECT n FROM b), b AS (SELECT name AS n FROM staff) SELECT n FROM a WHERE n LIKE 'A%'",
  "SELECT email FROM public.staff WHERE email LIKE 'n%'",
];

eachServer("masked columns", (server) => {
  let database: Database;
  beforeAll(async () => {
    const shop = await ownShop(server, new URL("../../test/stand/masked.sql", import.meta.url));
    database = await openDatabase(server.url(shop.name), { masks, maskKey: "a key for these tests" });
  });
  afterAll(() => database.end());

  const run = async (text: string) => {
    const { signal } = new AbortController();
    const statement = await database.policy.admit(text, signal);
    const result = await database.read({ text }, { rows: 50, bytes: 100_000, signal });
    return shownResult(result, statement, database, signal);
  };

  it.for(masked)("are masked in %s", async ([sql, columns]) => {
    const shown = await run(sql);
    expect(shown.rows.length).toBeGreaterThan(0);
    expect(shown.masked.join(", ")).toBe(columns);
    expect(JSON.stringify(shown.rows)).not.toMatch(values);
  });

  it("are masked in a foreign table of the same one, whatever they are called there", async () => {
    const { signal } = new AbortController();
    const { traced } = await database.policy.admit("SELECT name, mail FROM far_staff", signal);
    expect(traced?.rows?.columns).toMatchObject([{ trace: { from: [] } }, { trace: { from: [{ kind: "hash" }] } }]);
    await expect(database.policy.admit("SELECT 1 FROM far_staff WHERE mail = 'x'", signal)).rejects.toThrow(
      /compares it/,
    );
  });

  it.for(refused)("are not told by %s", async ([sql, reason]) => {
    await expect(run(sql)).rejects.toMatchObject({ code: "refused", message: expect.stringMatching(reason) });
  });

  it.for(innocent)("leave alone %s", async (sql) => {
    expect((await run(sql)).masked).toEqual([]);
  });
});
