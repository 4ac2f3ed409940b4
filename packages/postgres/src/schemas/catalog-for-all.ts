/** Relations of PostgreSQL's own that tell of no schema; all others there tell of every one. */
export const catalogForAll: ReadonlySet<string> = new Set([
  ...["pg_settings", "pg_roles", "pg_user", "pg_group", "pg_database", "pg_tablespace", "pg_extension", "pg_language"],
  ...[
    "pg_timezone_names",
    "pg_timezone_abbrevs",
    "pg_available_extensions",
    "pg_available_extension_versions",
    "pg_collation",
  ],
  ...["pg_stat_database", "pg_stat_bgwriter", "pg_stat_checkpointer", "pg_stat_wal", "pg_stat_archiver", "pg_stat_io"],
  ...["pg_stat_slru", "pg_stat_replication", "pg_stat_database_conflicts"],
  ...[
    "sql_features",
    "sql_sizing",
    "sql_parts",
    "sql_implementation_info",
    "character_sets",
    "enabled_roles",
    "applicable_roles",
  ],
  ...["information_schema_catalog_name"],
]);

/** Types of PostgreSQL's own whose values are the names of things in any schema, and arrays of them. */
export const typesOfNames = /^_?reg(class|proc|procedure|oper|operator|type|namespace|config|dictionary|collation)$/;

/** Rows of the catalog, which have columns of such types. */
export const rowsOfCatalog = /^_?pg_(?!lsn$|snapshot$)/;

/** Functions of PostgreSQL's own that tell of a thing by its number or name, whatever its schema. */
export const functionsOfNames =
  /^(pg_get_(?!keywords$|userbyid$)\w+|pg_(table|indexes|relation|total_relation)_size|pg_relation_\w+|pg_(describe|identify)_object\w*|(obj|col)_description|to_reg\w+|has_(?!role|database|tablespace)\w+_privilege|pg_stat_get_\w+|pg_sequence_\w+|pg_partition_\w+|pg_\w+_is_(visible|updatable)|pg_lock_status|pg_stat_statements\w*|format_type|row_security_active|pg_filenode_relation|pg_input_\w+|reg\w+(in|out|recv|send)|pgstat\w+|pg_freespace\w*|pg_visibility\w*|pg_buffercache\w*)$/;
