import { describe, expect, it } from "vitest";
import { parseStatement } from "../policy/parse-statement.ts";
import { statementEffect } from "./statement-effect.ts";

const writes = [
  "INSERT INTO t VALUES (1)",
  "INSERT INTO t SELECT * FROM s ON CONFLICT (id) DO UPDATE SET a = excluded.a",
  "UPDATE t SET a = 1 WHERE id = 3",
  "UPDATE t SET a = 1 WHERE id = $1 AND true",
  "UPDATE t SET a = s.a FROM s WHERE t.id = s.id",
  "DELETE FROM t WHERE id IN (SELECT id FROM s)",
  "DELETE FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.id = t.id)",
  "DELETE FROM t AS x WHERE EXISTS (SELECT 1 FROM s WHERE s.id = x.id)",
  "DELETE FROM t WHERE NOT done",
  "DELETE FROM t AS x WHERE EXISTS (SELECT 1 FROM t WHERE t.id < x.id)",
  "DELETE FROM t USING s WHERE s.id = 1 AND t.s = s.id",
  "UPDATE a.t SET a = 1 FROM s WHERE a.t.id = s.id OR t.id = 0",
  "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = s.a WHEN NOT MATCHED THEN INSERT VALUES (s.id)",
  "WITH moved AS (DELETE FROM t WHERE id = 3 RETURNING *) INSERT INTO s SELECT * FROM moved",
  "WITH added AS (INSERT INTO t VALUES (1) RETURNING id) SELECT id FROM added",
  "CREATE TABLE t (id int)",
  "CREATE TABLE t AS SELECT 1",
  "CREATE UNIQUE INDEX ON t (a)",
  "CREATE INDEX CONCURRENTLY ON t (a)",
  "CREATE VIEW v AS SELECT 1",
  "COMMENT ON TABLE t IS 'x'",
  "EXPLAIN ANALYZE UPDATE t SET a = 1 WHERE id = 3",
  "EXPLAIN DELETE FROM t",
];

const destroys = [
  "UPDATE t SET a = 1",
  "DELETE FROM t",
  "DELETE FROM t WHERE true",
  "DELETE FROM t WHERE 1 = 1",
  "DELETE FROM t WHERE id = id",
  "DELETE FROM t WHERE id = 3 OR true",
  "DELETE FROM t WHERE (id = 3 OR 'a' = 'a') AND now() > '2000-01-01'",
  "DELETE FROM t WHERE $1",
  "DELETE FROM t WHERE EXISTS (SELECT 1)",
  "DELETE FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.id = 1)",
  "DELETE FROM t WHERE (SELECT count(*) FROM s) > 0",
  "DELETE FROM t USING s WHERE s.id = 1",
  "DELETE FROM t USING s WHERE s.id = 1 OR t.s = s.id",
  "UPDATE t SET a = 1 FROM s WHERE id = 1",
  "DELETE FROM t WHERE EXISTS (SELECT 1 FROM t WHERE t.id = 1)",
  "DELETE FROM t WHERE EXISTS (SELECT 1 FROM s AS t WHERE t.id = 1)",
  "DELETE FROM t AS x WHERE EXISTS (SELECT 1 FROM t WHERE t.id = 1)",
  "MERGE INTO t USING s ON s.id = 1 WHEN MATCHED THEN UPDATE SET a = 1",
  "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE",
  "MERGE INTO t USING s ON true WHEN MATCHED THEN UPDATE SET a = 1",
  "WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone",
  "WITH gone AS (DELETE FROM t RETURNING *) INSERT INTO s SELECT * FROM gone",
  "EXPLAIN ANALYZE DELETE FROM t",
  "EXPLAIN (ANALYZE, BUFFERS) WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone",
  "CREATE OR REPLACE VIEW v AS SELECT 1",
  "DROP TABLE t",
  "TRUNCATE t",
  "ALTER TABLE t DROP COLUMN a",
  "ALTER TABLE t ADD COLUMN a int",
  "DROP OWNED BY x",
  "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1",
  "CREATE EXTENSION hstore",
  "GRANT SELECT ON t TO x",
  "CALL p()",
  "SELECT f()",
  "VACUUM t",
];

describe("what a statement does", () => {
  it.each(writes)("is to write: %s", async (sql) => {
    expect(statementEffect(await parseStatement(sql))).toBe("write");
  });

  it.each(destroys)("may destroy: %s", async (sql) => {
    expect(statementEffect(await parseStatement(sql))).toBe("destroy");
  });
});
