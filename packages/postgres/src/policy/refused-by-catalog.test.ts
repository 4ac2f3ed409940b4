import { afterAll, beforeAll, expect, it } from "vitest";
import { eachServer } from "../../test/stand/each-server.ts";
import { openDatabase } from "../../test/stand/open-database.ts";
import { type OwnShop, ownShop } from "../../test/stand/own-shop.ts";
import type { Database } from "../database/database.ts";

/** Statements that come to `trap` of traps.sql, or to what nobody may see, by what is found in the catalog alone. */
const attacks: readonly (readonly [sql: string, reason: RegExp])[] = [
  // Calls
  ["SELECT trap()", /trap\(\) is marked VOLATILE/],
  ["SELECT shop.trap(1)", /shop\.trap\(\) is marked VOLATILE/],
  ['SELECT "Trap Door"()', /VOLATILE/],
  ['SELECT U&"Trap\\0020Door"()', /VOLATILE/],
  ["SELECT * FROM trap_rows()", /VOLATILE/],
  ["SELECT trap_any('x'::text)", /VOLATILE/],
  ["SELECT trap_many(1, 2, 3)", /VOLATILE/],
  ["SELECT trap_many(VARIADIC ARRAY[1])", /VOLATILE/],
  ["SELECT restock(1, 1)", /restock\(\) is marked VOLATILE/],
  ["SELECT restock(amount => 1, wanted => 1)", /VOLATILE/],
  ["SELECT trap_procedure()", /is a procedure/],
  ["SELECT elsewhere.upper('x')", /VOLATILE/],
  ["SELECT trap_by_default()", /trap_by_default\(\) uses shop\.trap\(\)/],
  ["SELECT trap_second_default(1)", /uses shop\.trap\(\)/],
  ["SELECT generate_series(1, trap())", /VOLATILE/],
  ['SELECT "a,{""\\b}"()', /VOLATILE/],
  // What PostgreSQL 15 takes for a call, and 18 for syntax
  ["SELECT json_scalar(1)", /VOLATILE/],
  ["SELECT json_object(1)", /VOLATILE/],
  ["SELECT json_value('1', '$')", /VOLATILE/],
  // The notation of a column
  ["SELECT c.trap_customer FROM customers c", /\.trap_customer, which may be a call/],
  ["SELECT (c).trap_customer FROM customers c", /which may be a call/],
  ["SELECT customers.trap_customer FROM customers", /which may be a call/],
  ["SELECT shop.customers.trap_customer FROM shop.customers", /which may be a call/],
  ["SELECT c.trap_any FROM customers c", /which may be a call/],
  ['SELECT c.U&"trap\\005fcustomer" FROM customers c', /which may be a call|cannot parse/],
  ["SELECT 1 FROM customers c ORDER BY c.trap_customer", /which may be a call/],
  ["SELECT (ROW(1, 2)::pair).lower", /VOLATILE/],
  // Operators
  ["SELECT 1 ## 2", /the operator ## is marked VOLATILE/],
  ["SELECT 1 OPERATOR(shop.##) 2", /the operator shop\.##/],
  ["SELECT @#@ 1", /the operator @#@/],
  ["SELECT 1 ## ANY (ARRAY[1, 2])", /the operator ##/],
  ["SELECT 1 ## ALL ('{1}'::int[])", /the operator ##/],
  ["SELECT 1 ## ANY (SELECT 1)", /the operator ##/],
  ["SELECT (1, 2) OPERATOR(shop.##) (3, 4)", /the operator shop\.##/],
  ["SELECT one = other FROM pairs", /the operator = may come to|the operator =/],
  ["SELECT * FROM pairs WHERE one IN (other, other)", /the operator =/],
  ["SELECT * FROM pairs WHERE one IN (SELECT other FROM pairs)", /the operator =/],
  ["SELECT * FROM pairs WHERE one NOT IN (other)", /the operator <>/],
  ["SELECT one BETWEEN other AND other FROM pairs", /the operator >=/],
  ["SELECT one NOT BETWEEN other AND other FROM pairs", /the operator </],
  ["SELECT one BETWEEN SYMMETRIC other AND other FROM pairs", /the operator >=/],
  ["SELECT one LIKE other FROM pairs", /the operator ~~/],
  ["SELECT CASE one WHEN other THEN 1 END FROM pairs", /the operator =/],
  ["SELECT NULLIF(one, other) FROM pairs", /the operator =/],
  ["SELECT one IS DISTINCT FROM other FROM pairs", /the operator =/],
  ["SELECT one IS NOT DISTINCT FROM other FROM pairs", /the operator =/],
  ["SELECT 1 FROM pairs a JOIN pairs b USING (one)", /the operator =/],
  ["SELECT 1 FROM pairs a NATURAL JOIN pairs b", /the operator =/],
  ["SELECT one FROM pairs ORDER BY one USING <", /the operator </],
  ["SELECT array_agg(id ORDER BY one USING >) FROM pairs", /the operator >/],
  ["SELECT ROW(1, 2)::pair = ROW(3, 4)::pair", /the operator =/],
  ["SELECT s.x = s.x FROM (SELECT one AS x FROM pairs) s", /the operator =/],
  ["SELECT one = ANY (ARRAY[other]) FROM pairs", /the operator =/],
  // Casts and types
  ["SELECT one::integer FROM pairs", /a cast to|VOLATILE/],
  ["SELECT CAST(one AS int) FROM pairs", /a cast to/],
  ["SELECT int4(one) FROM pairs", /a cast to|VOLATILE/],
  ["SELECT colour_name(mood) FROM moods", /an implicit cast is marked VOLATILE/],
  ["SELECT mood::colour FROM moods", /a cast to colour/],
  ["SELECT 'calm'::mood::colour", /a cast/],
  ["SELECT COALESCE(mood, 'red'::colour) FROM moods", /cast/],
  ["SELECT 1::checked", /the type checked uses shop\.trap_true\(\)/],
  ["SELECT CAST(1 AS shop.checked_again)", /uses shop\.trap_true/],
  ["SELECT checked '1'", /uses shop\.trap_true/],
  ["SELECT checked(1)", /uses shop\.trap_true/],
  ["SELECT '{1}'::checked[]", /uses shop\.trap_true/],
  ["SELECT ROW(1)::holds_checked", /uses shop\.trap_true/],
  ["SELECT * FROM json_to_recordset('[{\"a\": 1}]') AS x(a checked)", /uses shop\.trap_true/],
  ["SELECT * FROM json_populate_record(NULL::holds_checked, '{}')", /uses shop\.trap_true/],
  ["SELECT * FROM XMLTABLE('/a' PASSING '<a/>' COLUMNS a checked)", /uses shop\.trap_true/],
  [
    "SELECT jsonb_populate_record(c, '{\"one\": 1}') FROM checks c",
    /may make a value of a type that uses shop\.trap_true\(\)/,
  ],
  ["SELECT lead(one, 1, '1') OVER () FROM checks", /may make a value/],
  ["SELECT array_append(array_agg(one), '1') FROM checks", /may make a value/],
  ["SELECT array_position(array_agg(one), $1) FROM checks", /may make a value/],
  ["SELECT pg_input_is_valid('1', 'checked')", /the type checked uses shop\.trap_true|does not exist/],
  ["SELECT * FROM pg_input_error_info('{1}', ' shop . \"checked\"[]')", /the type shop\.checked uses shop\.trap_true/],
  ["SELECT pg_input_is_valid('1', $1)", /takes a type that is not told/],
  ["SELECT pg_input_is_valid('1', t) FROM (VALUES ('checked')) v(t)", /takes a type that is not told/],
  ["SELECT jsonb_populate_record_valid(c, '{\"one\": 1}') FROM checks c", /may make a value|does not exist/],
  ["SELECT populate_record(c, 'one=>5'::hstore) FROM checks c", /populate_record\(\) may make a value of a type/],
  ["SELECT c #= 'one=>5'::hstore FROM checks c", /the operator #= may make a value of a type/],
  // No type is written, and yet a value of it is made
  ["SELECT takes_checked(1)", /takes_checked\(\) uses shop\.trap_true/],
  ["SELECT takes_many_checked(1, 2)", /takes_many_checked\(\) uses shop\.trap_true/],
  ["SELECT takes_holder(ROW(1))", /takes_holder\(\) uses shop\.trap_true/],
  ["SELECT gives_checked(1)", /gives_checked\(\) uses shop\.trap_true/],
  ["SELECT 1 <##> 2", /the operator <##> uses shop\.trap_true/],
  ["SELECT total_checked(quantity) FROM items", /total_checked\(\) uses shop\.trap_true/],
  ["SELECT total_kept(quantity) FROM items", /total_kept\(\) uses shop\.trap_true/],
  ["SELECT checked_range(1, 2)", /uses shop\.trap_true/],
  ["SELECT '[1,2]'::checked_range", /uses shop\.trap_true/],
  ["SELECT '{[1,2]}'::checked_multirange", /uses shop\.trap_true/],
  ["SELECT colour_name(lower(moods)) FROM mood_ranges", /an implicit cast is marked VOLATILE/],
  // Aggregates
  ["SELECT trap_total(quantity) FROM items", /trap_total\(\) uses shop\.trap_sum/],
  ["SELECT trap_total(quantity) OVER () FROM items", /uses shop\.trap_sum/],
  ["SELECT trap_last(quantity) FROM items", /uses shop\.trap_final/],
  ["SELECT trap_fraction(0.5) WITHIN GROUP (ORDER BY quantity) FROM items", /uses shop\.trap_set/],
  // Relations
  ["SELECT * FROM trap_view", /shop\.trap_view uses shop\.trap\(\)/],
  ["TABLE trap_view_again", /uses shop\.trap\(\)/],
  ["SELECT count(*) FROM shop.trap_join", /uses shop\.trap\(\)/],
  ["SELECT * FROM operator_view", /uses shop\.trap_op/],
  ["SELECT * FROM domain_view", /uses shop\.trap_true/],
  ["SELECT * FROM guarded", /uses shop\.trap_true/],
  ["SELECT * FROM file_view", /uses pg_catalog\.pg_read_file/],
  ["SELECT * FROM secret_view", /pg_authid holds what is not shown/],
  ["SELECT row_to_json(x) FROM secret_view_again x", /pg_authid holds what is not shown/],
  ["SELECT 1 FROM customers JOIN trap_view ON true", /uses shop\.trap\(\)/],
  ["SELECT * FROM pg_toast.pg_toast_2619", /pg_toast_2619 holds parts of another table's values/],
  // The same name for other types
  ["SELECT lower(one) FROM pairs", /lower\(\)/],
  ["SELECT lower(ROW(1, 2)::pair)", /lower\(\)/],
  ["SELECT lower(x::pair) FROM (VALUES ('(1,2)')) AS v(x)", /lower\(\)/],
  ["SELECT lower(x) FROM (SELECT one AS x FROM pairs) AS s", /lower\(\)/],
  ["SELECT shop.lower(p.one) FROM pairs AS p", /lower\(\)/],
  ["SELECT length(other) FROM pairs", /length\(\)/],
  ["SELECT round(1, 'x')", /round\(\)/],
  ["SELECT abs(1::smallint, 2::smallint)", /abs\(\)/],
  // Operator classes
  ["SELECT id FROM ranks ORDER BY rank", /shop\.trap_\w+\(\), of an operator class, is marked VOLATILE/],
  ["SELECT DISTINCT rank FROM ranks", /of an operator class/],
  ["SELECT rank, count(*) FROM ranks GROUP BY rank", /of an operator class/],
  ["SELECT rank FROM ranks UNION SELECT rank FROM ranks", /of an operator class/],
  ["SELECT row_number() OVER (ORDER BY rank) FROM ranks", /of an operator class/],
  ["SELECT array_agg(id ORDER BY rank) FROM ranks", /of an operator class/],
  ["SELECT 1 FROM ranks a JOIN ranks b USING (rank)", /of an operator class/],
  ["SELECT r FROM ranks AS r ORDER BY r", /of an operator class/],
  ["SELECT * FROM rank_lists ORDER BY ranks", /of an operator class/],
  ["SELECT * FROM ranks_view ORDER BY rank", /of an operator class/],
  ["SELECT v::ranked FROM (VALUES ('(1)'), ('(2)')) AS t(v) ORDER BY 1", /of an operator class/],
  ["SELECT DISTINCT '{(1)}'::ranked[]", /of an operator class/],
  // What takes a number of a transaction
  ["SELECT txid_current()", /takes a number of a transaction/],
  ["SELECT pg_current_xact_id()", /pg_current_xact_id_if_assigned\(\)/],
  // What extensions bring
  ["SELECT * FROM dblink('dbname=shop', 'DELETE FROM customers') AS t(a int)", /reaches another server/],
  ["SELECT public.dblink_exec('dbname=shop', 'x')", /reaches another server/],
  ["SELECT * FROM crosstab('SELECT 1, 2, 3') AS t(a int, b int)", /runs SQL that it is given as text/],
  ["SELECT * FROM connectby('customers', 'id', 'id', '1', 0) AS t(a int, b int, c int)", /runs SQL/],
];

eachServer("what is refused for what the catalog says", (server) => {
  let shop: OwnShop;
  let database: Database;
  beforeAll(async () => {
    shop = await ownShop(server, new URL("../../test/stand/traps.sql", import.meta.url));
    database = await openDatabase(server.url(shop.name));
  });
  afterAll(() => database.end());

  it.for(attacks)("%s", async ([sql, reason]) => {
    await expect(database.policy.admit(sql, new AbortController().signal)).rejects.toThrow(reason);
  });

  it.for(["SELECT 1", "SELECT max(id), lower(name) FROM customers GROUP BY 2", "SELECT id, one FROM checks"])(
    "beside all that, %s is admitted",
    async (sql) => {
      await database.policy.admit(sql, new AbortController().signal);
    },
  );
});
