/**
 * Finds objects by name. Parameters: pattern or null, kinds, schemas to look in or null for all that are not the system's,
 * detail, limit, offset. A pattern with % is LIKE's, any other a part of the name; `schema.name` is looked for as such.
 * Exact names come first, then beginnings.
 */
export const searchQuery = `
WITH objects(kind, oid, part, schema, name, parent) AS (
  SELECT 'schema', n.oid, 0, n.nspname, n.nspname, NULL FROM pg_catalog.pg_namespace n
  UNION ALL
  SELECT CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END, c.oid, 0, n.nspname, c.relname, NULL
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
  UNION ALL
  SELECT 'column', c.oid, a.attnum, n.nspname, a.attname, c.relname
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
  UNION ALL
  SELECT 'index', i.indexrelid, 0, n.nspname, c.relname, t.relname
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  UNION ALL
  SELECT 'function', p.oid, 0, n.nspname, p.proname, NULL
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  UNION ALL
  SELECT 'type', t.oid, 0, n.nspname, t.typname, NULL
  FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('e', 'd', 'r', 'b', 'c') AND t.typelem = 0
    AND (t.typrelid = 0 OR (SELECT c.relkind = 'c' FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid))
  UNION ALL
  SELECT 'extension', x.oid, 0, n.nspname, x.extname, NULL
  FROM pg_catalog.pg_extension x JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
  UNION ALL
  SELECT 'policy', p.oid, 0, n.nspname, p.polname, c.relname
  FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
), found AS (
  SELECT o.*, CASE WHEN $1::text IS NULL THEN 2 WHEN lower(o.name) = lower($1) OR lower(o.schema || '.' || o.name) = lower($1) THEN 0
    WHEN starts_with(lower(o.name), lower($1)) THEN 1 ELSE 2 END AS rank
  FROM objects o
  WHERE o.kind = ANY ($2::text[])
    AND CASE WHEN $3::text[] IS NOT NULL THEN o.schema = ANY ($3::text[])
             ELSE o.kind = 'extension' OR (o.schema !~ '^pg_' AND o.schema <> 'information_schema') END
    AND ($1::text IS NULL OR CASE
      WHEN position('%' IN $1) > 0 THEN o.name ILIKE $1 OR o.schema || '.' || o.name ILIKE $1
      WHEN position('.' IN $1) > 0 THEN position(lower($1) IN lower(o.schema || '.' || coalesce(o.parent || '.', '') || o.name)) > 0
      ELSE position(lower($1) IN lower(o.name)) > 0 END)
    -- What an extension brought along is told by the extension.
    AND NOT (o.kind IN ('function', 'type') AND $3::text[] IS NULL AND EXISTS (
      SELECT FROM pg_catalog.pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e'))
  ORDER BY rank, array_position($2::text[], o.kind), o.schema, coalesce(o.parent, ''), o.part, o.name, o.oid
  LIMIT $5::int OFFSET $6::int
)
SELECT f.kind, f.schema, f.name, f.parent,
  CASE WHEN $4 = 'names' THEN NULL ELSE CASE f.kind
    WHEN 'table' THEN (SELECT pg_catalog.format('%s columns, about %s rows, %s',
        c.relnatts, greatest(c.reltuples, 0)::bigint, pg_catalog.pg_size_pretty(pg_catalog.pg_total_relation_size(c.oid)))
      FROM pg_catalog.pg_class c WHERE c.oid = f.oid)
    WHEN 'view' THEN (SELECT pg_catalog.format('%s%s columns', CASE WHEN c.relkind = 'm' THEN 'materialized, ' ELSE '' END, c.relnatts)
      FROM pg_catalog.pg_class c WHERE c.oid = f.oid)
    WHEN 'column' THEN (SELECT pg_catalog.format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
      FROM pg_catalog.pg_attribute a WHERE a.attrelid = f.oid AND a.attnum = f.part)
    WHEN 'index' THEN (SELECT pg_catalog.format('%s%s, %s', CASE WHEN i.indisunique THEN 'unique ' ELSE '' END, m.amname,
        pg_catalog.pg_size_pretty(pg_catalog.pg_relation_size(i.indexrelid)))
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = c.relam
      WHERE i.indexrelid = f.oid)
    WHEN 'function' THEN (SELECT pg_catalog.format('(%s)%s, %s', pg_catalog.pg_get_function_identity_arguments(p.oid),
        coalesce(' returns ' || pg_catalog.pg_get_function_result(p.oid), ''),
        CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END)
      FROM pg_catalog.pg_proc p WHERE p.oid = f.oid)
    WHEN 'type' THEN (SELECT CASE t.typtype WHEN 'e' THEN 'enum: ' || (SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
          FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)
        WHEN 'd' THEN 'domain over ' || pg_catalog.format_type(t.typbasetype, t.typtypmod) WHEN 'c' THEN 'composite'
        WHEN 'r' THEN 'range' ELSE 'base' END
      FROM pg_catalog.pg_type t WHERE t.oid = f.oid)
    WHEN 'extension' THEN (SELECT 'version ' || x.extversion FROM pg_catalog.pg_extension x WHERE x.oid = f.oid)
    WHEN 'policy' THEN (SELECT pg_catalog.format('for %s', CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
        WHEN 'd' THEN 'DELETE' ELSE 'ALL' END) FROM pg_catalog.pg_policy p WHERE p.oid = f.oid)
  END END AS summary,
  CASE WHEN $4 = 'names' THEN NULL ELSE CASE f.kind
    WHEN 'schema' THEN pg_catalog.obj_description(f.oid, 'pg_namespace')
    WHEN 'column' THEN pg_catalog.col_description(f.oid, f.part)
    WHEN 'function' THEN pg_catalog.obj_description(f.oid, 'pg_proc')
    WHEN 'type' THEN pg_catalog.obj_description(f.oid, 'pg_type')
    WHEN 'extension' THEN pg_catalog.obj_description(f.oid, 'pg_extension')
    WHEN 'policy' THEN pg_catalog.obj_description(f.oid, 'pg_policy')
    ELSE pg_catalog.obj_description(f.oid, 'pg_class') END END AS comment,
  CASE WHEN $4 <> 'full' THEN NULL ELSE CASE f.kind
    WHEN 'table' THEN (SELECT string_agg(pg_catalog.format('%s %s%s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), ', ' ORDER BY a.attnum)
      FROM pg_catalog.pg_attribute a WHERE a.attrelid = f.oid AND a.attnum > 0 AND NOT a.attisdropped)
    WHEN 'view' THEN pg_catalog.pg_get_viewdef(f.oid, true)
    WHEN 'column' THEN (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d WHERE d.adrelid = f.oid AND d.adnum = f.part)
    WHEN 'index' THEN pg_catalog.pg_get_indexdef(f.oid)
    WHEN 'function' THEN (SELECT pg_catalog.pg_get_functiondef(p.oid) FROM pg_catalog.pg_proc p WHERE p.oid = f.oid AND p.prokind <> 'a')
    WHEN 'type' THEN (SELECT string_agg(pg_catalog.pg_get_constraintdef(k.oid), ' ') FROM pg_catalog.pg_constraint k WHERE k.contypid = f.oid)
    WHEN 'policy' THEN (SELECT pg_catalog.format('USING (%s)%s', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
        ' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')') FROM pg_catalog.pg_policy p WHERE p.oid = f.oid)
  END END AS definition
FROM found f
ORDER BY f.rank, array_position($2::text[], f.kind), f.schema, coalesce(f.parent, ''), f.part, f.name, f.oid`;
