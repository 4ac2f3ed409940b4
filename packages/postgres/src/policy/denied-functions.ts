const runsText =
  "runs SQL that it is given as text, which nobody has looked at; write that SQL into the statement itself";
const readsFiles = "reads the files of the server";
const reachesOut = "reaches another server";

/**
 * Functions that are never called, however they are marked, with what they do: in pg_catalog, and by the name of the extension
 * that brings them. Most of what PostgreSQL brings and that changes something is volatile, and refused for that alone.
 */
export const deniedFunctions: Readonly<Record<string, readonly (readonly [pattern: RegExp, reason: string])[]>> = {
  pg_catalog: [
    [/^(query|table|schema|database|cursor)_to_xml(schema|_and_xmlschema)?$/, runsText],
    [/^ts_stat$/, runsText],
    [/^(pg_read_file|pg_read_binary_file|pg_stat_file|pg_ls_\w+|pg_current_logfile|pg_hba_file_rules)$/, readsFiles],
    [/^(lo_\w+|loread|lowrite)$/, "works on large objects, which no right on a table guards"],
    [/^pg_(try_)?advisory_\w+$/, "takes a lock that outlives the statement"],
    [/^pg_sleep(_for|_until)?$/, "only waits"],
    [/^pg_(terminate|cancel)_backend$/, "ends what others run; pg_cancel is the tool for that"],
    [/^(nextval|setval|currval|lastval)$/, "works on a sequence; select from pg_sequences to see its state"],
    [/^set_config$/, "changes a setting, which no other call sees"],
    [/^pg_notify$/, "sends to whoever listens"],
    [
      /^(txid_current|pg_current_xact_id)$/,
      "takes a number of a transaction, as only changes need one; pg_current_xact_id_if_assigned() and pg_current_snapshot() take none",
    ],
  ],
  tablefunc: [[/^(crosstab\w*|connectby)$/, runsText]],
  xml2: [[/^(xpath_table)$/, runsText]],
  dblink: [[/./, reachesOut]],
  http: [[/^http/, reachesOut]],
  pg_net: [[/^http_/, reachesOut]],
  aws_s3: [[/./, reachesOut]],
  aws_lambda: [[/./, reachesOut]],
  azure_storage: [[/./, reachesOut]],
  pg_cron: [[/^(schedule\w*|alter_job)$/, runsText]],
  pg_background: [[/^pg_background_launch/, runsText]],
  adminpack: [[/./, readsFiles]],
  postgres_fdw: [[/^postgres_fdw_(disconnect\w*|get_connections)$/, reachesOut]],
};

/** Of these only the forms that take SQL as text are denied, which the types of their arguments tell. */
export const deniedWithText: Readonly<Record<string, string>> = { ts_rewrite: runsText };
