/**
 * Functions that are volatile and yet change nothing, wait for nothing and lock nothing: what PostgreSQL itself brings (in
 * pg_catalog), and what extensions bring, by the extension's name. A pattern stands for the whole name.
 */
export const harmlessFunctions: Readonly<Record<string, readonly RegExp[]>> = {
  pg_catalog: [
    /^(random|random_normal|array_sample|array_shuffle|gen_random_uuid|uuidv4|uuidv7)$/,
    /^(clock_timestamp|timeofday|current_query|bernoulli|system)$/,
    /^pg_(blocking_pids|safe_snapshot_blocking_pids|lock_status|prepared_xact|notification_queue_usage)$/,
    /^pg_(database|tablespace|relation|table|indexes|total_relation)_size$/,
    /^pg_(partition_tree|partition_ancestors|sequence_last_value|get_sequence_data|jit_available)$/,
    /^pg_(is_in_recovery|is_wal_replay_paused|get_wal_replay_pause_state|current_wal_\w+|last_\w+)$/,
    /^pg_(stat_get_\w+|stat_have_stats|get_backend_memory_contexts|get_shmem_allocations\w*|get_aios|get_wait_events)$/,
    /^pg_(xact_status|xact_commit_timestamp\w*|get_multixact_members|collation_actual_version|control_\w+)$/,
    /^pg_(database_collation_actual_version|show_replication_origin_status|get_wal_resource_managers|get_wal_summarizer_state)$/,
    /^pg_(available_wal_summaries|wal_summary_contents|get_loaded_modules)$/,
    /^(txid_status|amvalidate)$/,
  ],
  pg_stat_statements: [/^pg_stat_statements(_info)?$/],
  pgstattuple: [/^(pgstat\w+|pg_relpages)$/],
  pg_buffercache: [/^pg_buffercache_(pages|summary|usage_counts|numa_pages|os_pages)$/],
  pg_freespacemap: [/^pg_freespace$/],
  pg_visibility: [/^pg_(visibility|visibility_map|visibility_map_summary|check_frozen|check_visible)$/],
  pgcrypto: [/^(gen_random_bytes|gen_random_uuid|gen_salt|pgp_\w+_encrypt\w*)$/],
  "uuid-ossp": [/^uuid_generate_v[14]mc?$|^uuid_generate_v[145]$/],
  tablefunc: [/^normal_rand$/],
  timescaledb: [
    /^(time_bucket\w*|hypertable_size|hypertable_detailed_size|chunks_detailed_size|approximate_row_count)$/,
  ],
  hypopg: [/^(hypopg|hypopg_list_indexes|hypopg_relation_size|hypopg_get_indexdef)$/],
};
