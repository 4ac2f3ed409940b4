/**
 * Where masked columns are, and all that leads to them: relations above and below in inheritance, foreign tables of the same table,
 * columns generated from them, and views, with their definitions. Parameters: schemas, relations, columns and kinds as they are asked
 * for; numbers of relations and of columns, and kinds, as they were found before, so that one that was renamed stays masked; numbers of
 * functions that read masked columns.
 */
export const maskedCatalogQuery = `
WITH RECURSIVE asked AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS a(schema, relation, attribute, kind)
), named(oid, number, name, kind) AS (
  SELECT c.oid, a.attnum, a.attname, k.kind FROM asked k JOIN pg_namespace n ON n.nspname = k.schema
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = k.relation AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = k.attribute AND a.attnum > 0 AND NOT a.attisdropped
  UNION SELECT a.attrelid, a.attnum, a.attname, met.kind FROM unnest($5::oid[], $6::int2[], $7::text[]) AS met(oid, number, kind)
    JOIN pg_attribute a ON a.attrelid = met.oid AND a.attnum = met.number AND NOT a.attisdropped
  -- What pg_stat_statements keeps has values in it where a statement is not one of rows.
  UNION SELECT a.attrelid, a.attnum, a.attname, 'null' FROM pg_extension x JOIN pg_class c ON c.relnamespace = x.extnamespace
    AND c.relname = 'pg_stat_statements' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'query' WHERE x.extname = 'pg_stat_statements'
), below AS (
  SELECT * FROM named
  UNION SELECT a.attrelid, a.attnum, a.attname, b.kind FROM below b JOIN pg_inherits i ON i.inhparent = b.oid
    JOIN pg_attribute a ON a.attrelid = i.inhrelid AND a.attname = b.name AND NOT a.attisdropped
), above AS (
  SELECT * FROM named
  UNION SELECT a.attrelid, a.attnum, a.attname, b.kind FROM above b JOIN pg_inherits i ON i.inhrelid = b.oid
    JOIN pg_attribute a ON a.attrelid = i.inhparent AND a.attname = b.name AND NOT a.attisdropped
), owned AS (
  SELECT * FROM below UNION SELECT * FROM above
  UNION SELECT a.attrelid, a.attnum, a.attname, b.kind FROM below b JOIN pg_class c ON c.oid = b.oid
    CROSS JOIN pg_foreign_table f JOIN pg_class x ON x.oid = f.ftrelid
    JOIN pg_attribute a ON a.attrelid = x.oid AND NOT a.attisdropped
      AND coalesce((SELECT option_value FROM pg_options_to_table(a.attfdwoptions) WHERE option_name = 'column_name'), a.attname) = b.name
    WHERE coalesce((SELECT option_value FROM pg_options_to_table(f.ftoptions) WHERE option_name = 'table_name'), x.relname) = c.relname
), held AS (
  SELECT * FROM owned
  UNION SELECT a.attrelid, a.attnum, a.attname, 'null' FROM owned o JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass
      AND d.refclassid = 'pg_class'::regclass AND d.refobjid = o.oid AND d.refobjsubid = o.number
    JOIN pg_attrdef f ON f.oid = d.objid JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum AND a.attgenerated <> ''
  -- Bounds of partitions are values of the columns that part them.
  UNION SELECT a.attrelid, a.attnum, a.attname, 'null' FROM pg_attribute a
    WHERE a.attrelid = 'pg_class'::regclass AND a.attname = 'relpartbound' AND EXISTS (SELECT FROM owned o JOIN pg_partitioned_table p
      ON p.partrelid = o.oid WHERE o.number = ANY (p.partattrs::int2[]) OR 0 = ANY (p.partattrs::int2[]))
), calling(oid, by_operator) AS (
  SELECT w.ev_class, d.refclassid = 'pg_operator'::regclass FROM pg_depend d JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid AND w.ev_type = '1'
  WHERE (d.refclassid = 'pg_proc'::regclass AND d.refobjid = ANY ($8::oid[]))
    OR (d.refclassid = 'pg_operator'::regclass AND (SELECT o.oprcode FROM pg_operator o WHERE o.oid = d.refobjid)::oid = ANY ($8::oid[]))
), views(oid) AS (
  SELECT oid FROM held UNION SELECT oid FROM calling
  UNION SELECT w.ev_class FROM views v JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = v.oid
      AND d.classid = 'pg_rewrite'::regclass JOIN pg_rewrite w ON w.oid = d.objid AND w.ev_type = '1'
), seen(oid) AS (
  SELECT oid FROM views
  UNION SELECT d.refobjid FROM views v JOIN pg_rewrite w ON w.ev_class = v.oid AND w.ev_type = '1'
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
)
SELECT json_build_object(
  'snapshot', CASE WHEN NOT pg_is_in_recovery() THEN pg_current_snapshot()::text END,
  'columns', (SELECT json_agg(json_build_object('relation', h.oid::text, 'number', h.number, 'kind', h.kind,
      'label', n.nspname || '.' || c.relname || '.' || h.name))
    FROM held h JOIN pg_class c ON c.oid = h.oid JOIN pg_namespace n ON n.oid = c.relnamespace),
  'found', (SELECT json_agg(DISTINCT k.schema || '.' || k.relation || '.' || k.attribute) FROM asked k JOIN pg_namespace n ON n.nspname = k.schema
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = k.relation JOIN named x ON x.oid = c.oid AND x.name = k.attribute),
  'relations', (SELECT json_agg(json_build_object('oid', c.oid::text, 'schema', n.nspname, 'name', c.relname, 'leads', c.oid IN (SELECT oid FROM views), 'calls', c.oid IN (SELECT oid FROM calling WHERE by_operator),
      'columns', (SELECT json_agg(json_build_object('name', a.attname, 'number', a.attnum) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
      'definition', CASE WHEN c.relkind IN ('v', 'm') AND c.oid >= 16384 AND c.oid IN (SELECT oid FROM views)
        AND NOT (c.relname = 'pg_stat_statements' AND EXISTS (SELECT FROM pg_depend d
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')) THEN pg_get_viewdef(c.oid) END))
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid IN (SELECT oid FROM seen)),
  'functions', (SELECT json_agg(json_build_object('oid', p.oid::text, 'schema', n.nspname, 'name', p.proname, 'language', l.lanname,
      'source', coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)))
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
    WHERE p.oid >= 16384 AND l.lanname NOT IN ('internal', 'c') AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype))
)`;
