import type { BatchStep } from "../database/batch.ts";
import type { NamesUsed } from "../policy/names-used.ts";
import { textArray } from "../values/text-array.ts";
import { firstOfUsers } from "./first-of-users.ts";
import { sessionPath } from "./session-path.ts";

/**
 * Asks all at once, in one round trip. What views, policies, domains, defaults of arguments, generated columns and aggregates
 * lead to is taken from the expressions that the catalog keeps as trees (pg_node_tree), in which every function, operator and
 * relation stands by its number: nothing has to be parsed or resolved again. In them a space in a name is escaped, so that no
 * name can pass for a field. Operators are told of where somebody made one of that name: PostgreSQL's own change nothing. What a
 * function takes and gives (`given`) is followed to its checks, for a value that is made so is checked though no type is written.
 */
const query = `
WITH RECURSIVE made AS (
  SELECT DISTINCT o.oprname FROM pg_catalog.pg_operator o WHERE o.oprname = ANY ($2::name[]) AND o.oid >= ${firstOfUsers}
), support(function, type) AS (
  SELECT f.oid, a.amproclefttype FROM pg_catalog.pg_amproc a JOIN pg_catalog.pg_proc f ON f.oid = a.amproc
    WHERE a.oid >= ${firstOfUsers} AND f.provolatile = 'v'
  UNION SELECT f.oid, a.amoplefttype FROM pg_catalog.pg_amop a JOIN pg_catalog.pg_operator o ON o.oid = a.amopopr
    JOIN pg_catalog.pg_proc f ON f.oid = o.oprcode WHERE a.oid >= ${firstOfUsers} AND f.provolatile = 'v'
), seed(source, kind, oid) AS (
  SELECT 'fn', 'fn', p.oid FROM pg_catalog.pg_proc p WHERE p.proname = ANY ($1::name[])
  UNION ALL SELECT 'fn', 'fn', o.oprcode::oid FROM pg_catalog.pg_operator o WHERE o.oprname IN (SELECT oprname FROM made)
  UNION ALL SELECT 'type', 'type', t.oid FROM pg_catalog.pg_type t WHERE t.typname = ANY ($3::name[])
  UNION ALL SELECT 'rel', 'rel', c.oid FROM pg_catalog.pg_class c WHERE c.relname = ANY ($4::name[]) AND c.relkind <> 'i'
  UNION ALL SELECT 'column', 'type', a.atttypid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
    WHERE c.relname = ANY ($4::name[]) AND c.relkind <> 'i' AND a.atttypid >= ${firstOfUsers}
  UNION ALL SELECT 'column', 'type', p.prorettype FROM pg_catalog.pg_proc p WHERE p.proname = ANY ($1::name[]) AND p.prorettype >= ${firstOfUsers}
  UNION ALL SELECT 'support', 'fn', s.function FROM support s
  UNION ALL SELECT 'cast', 'fn', c.castfunc FROM pg_catalog.pg_cast c WHERE c.oid >= ${firstOfUsers} AND c.castfunc <> 0
), reached(source, source_oid, kind, oid) AS (
  SELECT source, oid, kind, oid FROM seed
  UNION
  SELECT r.source, r.source_oid, e.kind, e.oid
  FROM reached r CROSS JOIN LATERAL (
    SELECT CASE WHEN found[1] = 'relid' THEN 'rel' WHEN found[1] = 'resulttype' THEN 'type' ELSE 'fn' END AS kind,
           CASE WHEN found[1] = 'opno' THEN (SELECT o.oprcode::oid FROM pg_catalog.pg_operator o WHERE o.oid = found[2]::oid)
                ELSE found[2]::oid END AS oid
    FROM (
      SELECT w.ev_action::text AS tree FROM pg_catalog.pg_rewrite w WHERE r.kind = 'rel' AND w.ev_class = r.oid AND w.ev_type = '1'
      UNION ALL SELECT p.polqual::text FROM pg_catalog.pg_policy p WHERE r.kind = 'rel' AND p.polrelid = r.oid AND p.polcmd IN ('r', '*')
      UNION ALL SELECT d.adbin::text FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        WHERE r.kind = 'rel' AND d.adrelid = r.oid AND a.attgenerated = 'v'
      UNION ALL SELECT p.proargdefaults::text FROM pg_catalog.pg_proc p WHERE r.kind = 'fn' AND p.oid = r.oid AND p.pronargdefaults > 0
      UNION ALL SELECT c.conbin::text FROM pg_catalog.pg_constraint c WHERE r.kind IN ('type', 'given') AND c.contypid = r.oid
    ) trees, pg_catalog.regexp_matches(trees.tree, ':(funcid|aggfnoid|winfnoid|opno|relid|resulttype|tsmhandler) (\\d+)', 'g') AS found
    UNION ALL SELECT 'fn', support FROM pg_catalog.pg_aggregate a, unnest(ARRAY[a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn,
        a.aggdeserialfn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn]::oid[]) AS support
      WHERE r.kind = 'fn' AND a.aggfnoid = r.oid AND support <> 0
    UNION ALL SELECT 'given', taken FROM pg_catalog.pg_proc p, unnest(p.proargtypes::oid[] || p.prorettype) AS taken
      WHERE r.kind = 'fn' AND p.oid = r.oid AND taken >= ${firstOfUsers}
    UNION ALL SELECT r.kind, inner_type FROM pg_catalog.pg_type t, unnest(ARRAY[t.typbasetype, t.typelem]) AS inner_type
      WHERE r.kind IN ('type', 'given') AND t.oid = r.oid AND inner_type <> 0
    UNION ALL SELECT r.kind, g.rngsubtype FROM pg_catalog.pg_range g
      WHERE r.kind IN ('type', 'given') AND r.oid IN (g.rngtypid, g.rngmultitypid)
    UNION ALL SELECT r.kind, a.atttypid FROM pg_catalog.pg_type t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.typrelid
      WHERE r.kind IN ('type', 'given') AND t.oid = r.oid AND a.attnum > 0
  ) e
  WHERE r.oid >= ${firstOfUsers} AND e.oid <> 0
), touched(type) AS (
  SELECT a.atttypid FROM reached r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid WHERE r.kind = 'rel'
  UNION SELECT p.prorettype FROM reached r JOIN pg_catalog.pg_proc p ON p.oid = r.oid WHERE r.kind = 'fn' AND r.source NOT IN ('cast', 'support')
  UNION SELECT oid FROM reached WHERE kind = 'type'
  UNION SELECT inner_type FROM touched JOIN pg_catalog.pg_type t ON t.oid = touched.type CROSS JOIN LATERAL (
    SELECT t.typelem UNION ALL SELECT t.typbasetype
    UNION ALL SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE t.oid IN (r.rngtypid, r.rngmultitypid)
    UNION ALL SELECT a.atttypid FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND t.oid >= ${firstOfUsers}
    UNION ALL SELECT c.casttarget FROM pg_catalog.pg_cast c WHERE c.castsource = t.oid AND c.castcontext = 'i' AND c.oid >= ${firstOfUsers}
  ) AS inner_types(inner_type) WHERE inner_type <> 0
), columns(relation, name, type) AS (
  SELECT a.attrelid, a.attname, a.atttypid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE c.relname = ANY ($4::name[]) AND c.relkind <> 'i' AND NOT a.attisdropped
)
SELECT pg_catalog.json_build_object(
  'path', pg_catalog.current_schemas(true),
  'state', pg_catalog.json_build_object('path', ${sessionPath},
    'snapshot', CASE WHEN NOT pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_current_snapshot()::text END),
  'functions', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('oid', p.oid::text, 'schema', n.nspname, 'name', p.proname,
      'volatility', p.provolatile, 'kind', p.prokind, 'arguments', p.proargtypes::oid[]::text[], 'defaults', p.pronargdefaults,
      'isVariadic', p.provariadic <> 0, 'returns', p.prorettype::text,
      'extension', (SELECT x.extname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension x ON x.oid = d.refobjid
        WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid AND d.deptype = 'e' LIMIT 1)))
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE p.oid IN (SELECT oid FROM reached WHERE kind = 'fn')),
  'operators', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'name', o.oprname, 'left', o.oprleft::text,
      'right', o.oprright::text, 'returns', o.oprresult::text, 'function', o.oprcode::oid::text))
    FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace WHERE o.oprname IN (SELECT oprname FROM made)),
  'types', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('oid', t.oid::text, 'schema', n.nspname, 'name', t.typname))
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = ANY ($3::name[])),
  'relations', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('oid', c.oid::text, 'schema', n.nspname, 'name', c.relname, 'kind', c.relkind))
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid IN (SELECT oid FROM reached WHERE kind = 'rel')),
  'casts', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('oid', c.oid::text, 'source', c.castsource::text, 'target', c.casttarget::text,
      'function', c.castfunc::text, 'isImplicit', c.castcontext = 'i', 'isTouched',
      c.castsource IN (SELECT oid FROM reached WHERE kind = 'type')
      OR EXISTS (SELECT FROM reached r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid WHERE r.kind = 'rel' AND a.atttypid = c.castsource)
      OR EXISTS (SELECT FROM reached r JOIN pg_catalog.pg_proc p ON p.oid = r.oid WHERE r.kind = 'fn' AND p.prorettype = c.castsource)))
    FROM pg_catalog.pg_cast c WHERE c.oid >= ${firstOfUsers} AND c.castfunc <> 0),
  'supports', (SELECT pg_catalog.json_agg(function::text) FROM support WHERE type IN (SELECT type FROM touched)),
  'canonicals', (SELECT pg_catalog.json_agg(DISTINCT r.rngcanonical::oid::text) FROM pg_catalog.pg_range r WHERE r.rngcanonical::oid <> 0),
  'reaches', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('from', source, 'fromOid', source_oid::text, 'kind', kind, 'oid', oid::text))
    FROM reached WHERE oid <> source_oid),
  'columns', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('relation', relation::text, 'name', name, 'type', type::text)) FROM columns),
  'kinds', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('oid', t.oid::text, 'kind', t.typtype, 'category', t.typcategory,
      'base', t.typbasetype::text, 'element', t.typelem::text))
    FROM pg_catalog.pg_type t WHERE t.oid IN (SELECT type FROM columns
      UNION SELECT held.typelem FROM columns JOIN pg_catalog.pg_type held ON held.oid = columns.type
      UNION SELECT oid FROM reached WHERE kind = 'type'
      UNION SELECT pg_catalog.unnest(p.proargtypes::oid[] || p.prorettype) FROM pg_catalog.pg_proc p WHERE p.oid IN (SELECT oid FROM reached WHERE kind = 'fn')
      UNION SELECT pg_catalog.unnest(ARRAY[o.oprleft, o.oprright]) FROM pg_catalog.pg_operator o WHERE o.oprname IN (SELECT oprname FROM made))),
  'implicit', (SELECT pg_catalog.json_agg(c.castsource::text || ':' || c.casttarget) FROM pg_catalog.pg_cast c WHERE c.castcontext = 'i')
)`;

/** The statement that asks for what is known of these names; its one value is read by `readUsageFacts`. */
export function usageFactsStep({ calls, operators, types, relations, attributes }: NamesUsed): BatchStep {
  // A call may be a cast in the notation of one, and a column's notation may be a call.
  const functions = [...calls.map(({ name }) => name), ...attributes];
  const typeNames = [...types, ...calls].map(({ name }) => name);
  const lists = [functions, operators.map(({ name }) => name), typeNames, relations.map(({ name }) => name)];
  return { text: query, values: lists.map((names) => textArray([...new Set(names)])) };
}
