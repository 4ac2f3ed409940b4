/**
 * The schemas in which a session looks for names, as SQL that gives text. One for temporary things, which is there from the first
 * that a session made until its end, is left out: it is emptied after each call.
 */
export const sessionPath =
  "pg_catalog.regexp_replace(pg_catalog.current_schemas(true)::text, '^[{]pg_temp_[0-9]+,', '{')";
