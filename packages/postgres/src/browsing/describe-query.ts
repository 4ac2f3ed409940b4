/**
 * All that the catalog says of one relation, as one JSON value. Parameter: its name, quoted where SQL would have it quoted, with
 * or without a schema; NULL where there is none.
 */
export const describeQuery = `
WITH relation AS (
  SELECT c.*, n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.oid = pg_catalog.to_regclass($1)
)
SELECT pg_catalog.json_strip_nulls(pg_catalog.json_build_object(
  'schema', r.nspname, 'name', r.relname,
  'kind', CASE r.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
    WHEN 'f' THEN 'foreign table' WHEN 'i' THEN 'index' WHEN 'I' THEN 'partitioned index' WHEN 'S' THEN 'sequence' ELSE 'composite type' END,
  'comment', pg_catalog.obj_description(r.oid, 'pg_class'),
  'owner', pg_catalog.pg_get_userbyid(r.relowner),
  'estimated_rows', CASE WHEN r.relkind IN ('r', 'm', 'f', 'p') AND r.reltuples >= 0 THEN r.reltuples::bigint END,
  'size', CASE WHEN r.relkind IN ('r', 'm', 'i') THEN pg_catalog.pg_size_pretty(pg_catalog.pg_total_relation_size(r.oid)) END,
  'row_level_security', CASE WHEN r.relrowsecurity THEN CASE WHEN r.relforcerowsecurity THEN 'forced' ELSE 'on' END END,
  'partition_of', (SELECT i.inhparent::pg_catalog.regclass::text FROM pg_catalog.pg_inherits i WHERE i.inhrelid = r.oid AND r.relispartition),
  'partition_key', CASE WHEN r.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(r.oid) END,
  'partitions', (SELECT pg_catalog.json_agg(i.inhrelid::pg_catalog.regclass::text || ' ' || coalesce(pg_catalog.pg_get_expr(c.relpartbound, c.oid), '')
      ORDER BY i.inhrelid::pg_catalog.regclass::text)
    FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = r.oid AND r.relkind = 'p'),
  'definition', CASE WHEN r.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(r.oid, true)
    WHEN r.relkind IN ('i', 'I') THEN pg_catalog.pg_get_indexdef(r.oid) END,
  'columns', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', a.attname, 'type', pg_catalog.format_type(a.atttypid, a.atttypmod), 'not_null', CASE WHEN a.attnotnull THEN true END,
      'default', CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END,
      'generated', CASE WHEN a.attgenerated <> '' THEN pg_catalog.format('always as (%s) %s', pg_catalog.pg_get_expr(d.adbin, d.adrelid),
          CASE a.attgenerated WHEN 's' THEN 'stored' ELSE 'virtual' END)
        WHEN a.attidentity = 'a' THEN 'always as identity' WHEN a.attidentity = 'd' THEN 'by default as identity' END,
      'comment', pg_catalog.col_description(r.oid, a.attnum),
      'values', (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = a.atttypid),
      'null_fraction', CASE WHEN s.null_frac > 0 THEN round(s.null_frac::numeric, 3) END,
      'distinct', CASE WHEN s.n_distinct < 0 THEN round((-s.n_distinct * r.reltuples)::numeric) ELSE s.n_distinct::numeric END,
      'average_bytes', s.avg_width) ORDER BY a.attnum)
    FROM pg_catalog.pg_attribute a
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_catalog.pg_stats s ON s.schemaname = r.nspname AND s.tablename = r.relname AND s.attname = a.attname AND NOT s.inherited
    WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'constraints', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('name', k.conname, 'definition', pg_catalog.pg_get_constraintdef(k.oid, true))
      ORDER BY k.contype = 'p' DESC, k.contype, k.conname)
    FROM pg_catalog.pg_constraint k WHERE k.conrelid = r.oid AND k.contype <> 't' AND k.contype <> 'n'),
  'referenced_by', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('table', k.conrelid::pg_catalog.regclass::text, 'name', k.conname,
      'definition', pg_catalog.pg_get_constraintdef(k.oid, true)) ORDER BY k.conrelid::pg_catalog.regclass::text)
    FROM pg_catalog.pg_constraint k WHERE k.confrelid = r.oid AND k.contype = 'f' AND k.conparentid = 0),
  'indexes', (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('definition', pg_catalog.pg_get_indexdef(i.indexrelid),
      'size', pg_catalog.pg_size_pretty(pg_catalog.pg_relation_size(i.indexrelid)), 'scans', u.idx_scan,
      'valid', CASE WHEN NOT i.indisvalid THEN false END) ORDER BY i.indisprimary DESC, c.relname)
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      LEFT JOIN pg_catalog.pg_stat_all_indexes u ON u.indexrelid = i.indexrelid WHERE i.indrelid = r.oid),
  'policies', (SELECT pg_catalog.json_agg(pg_catalog.format('%s for %s to %s using (%s)%s', p.polname,
      CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
      CASE WHEN p.polroles = '{0}' THEN 'public' ELSE (SELECT string_agg(pg_catalog.pg_get_userbyid(o), ', ') FROM unnest(p.polroles) o) END,
      pg_catalog.pg_get_expr(p.polqual, p.polrelid), ' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'))
    FROM pg_catalog.pg_policy p WHERE p.polrelid = r.oid),
  'triggers', (SELECT pg_catalog.json_agg(pg_catalog.pg_get_triggerdef(t.oid, true) ORDER BY t.tgname)
    FROM pg_catalog.pg_trigger t WHERE t.tgrelid = r.oid AND NOT t.tgisinternal),
  'statistics', (SELECT pg_catalog.json_build_object('sequential_scans', s.seq_scan, 'index_scans', s.idx_scan, 'live_rows', s.n_live_tup,
      'dead_rows', s.n_dead_tup, 'last_vacuum', greatest(s.last_vacuum, s.last_autovacuum), 'last_analyze', greatest(s.last_analyze, s.last_autoanalyze))
    FROM pg_catalog.pg_stat_all_tables s WHERE s.relid = r.oid)
)) FROM relation r`;
