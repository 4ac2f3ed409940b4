import { Database } from "./database/database.ts";
import { connectionTarget } from "./database/connection-target.ts";
import { ReadPolicy } from "./policy/read-policy.ts";
const db = await Database.open(connectionTarget(process.argv[2]), { poolSize: 10, statementTimeout: 30000, role: undefined });
const signal = new AbortController().signal;
const policy = new ReadPolicy((step, signal) => db.read(step, { rows: 1, bytes: 4e6, signal }), new Set());
for (const s of [
 "select count(*), lower(name) from customers group by 2 limit 3", "select * from order_totals", "select pg_sleep(1)", "select restock(1,2)", "select (customers).restock from customers",
 "insert into items values (1)", "with x as (delete from items returning *) select * from x", "select * into foo from items", "select * from items for update", "select 1; select 2", "copy items to '/tmp/x'",
 "select query_to_xml('select 1',true,true,'')", "select * from pg_authid", "select rolname from pg_roles", "select random(), now(), gen_random_uuid()", "select nextval('x')", "show all", "explain analyze select * from items", "values (1),(2)", "table items",
 "select 1::email", "select * from pg_stat_activity", "select pg_total_relation_size('items')", "select * from generate_series(1,3) g, lateral (select g) x", "select json_agg(x) from (select 1) x", "do $$ begin end $$", "select * from staff_notes", "select pg_read_file('x')", "select (select pg_advisory_lock(1))", "select * from pg_ls_dir('.')", "select x from unnest(array[1]) x where x operator(pg_catalog.=) 1", "select with_tax(3)", "select order_total(3)", "select name from customers tablesample bernoulli(1)", "select sum(quantity) over (partition by order_id order by line) from items", "select ts_rewrite('a'::tsquery, 'select 1')", "select lo_import('x')", "set role x", "select set_config('a','b',true)", "select 'a' ~ 'b', 1 between 0 and 2, 'x' similar to 'y'", "select current_setting('x')"]) {
  const t = performance.now();
  await policy.admit(s, signal).then(() => console.log("OK ", s, (performance.now() - t).toFixed(1)), (e) => console.log("NO ", s, "\n     ", e.code ?? e, e.message.slice(0, 250)));
}
await db.end();
