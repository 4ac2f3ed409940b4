/** What is syntax to this parser, and to an older server a call of a function that somebody may have made. */
export const callsOfOldServers: Readonly<Record<string, readonly string[]>> = {
  JsonScalarExpr: ["json_scalar"],
  JsonParseExpr: ["json"],
  JsonSerializeExpr: ["json_serialize"],
  JsonFuncExpr: ["json_exists", "json_query", "json_value"],
  JsonTable: ["json_table"],
  JsonArrayConstructor: ["json_array"],
  JsonArrayAgg: ["json_arrayagg"],
  JsonObjectConstructor: ["json_object"],
  JsonObjectAgg: ["json_objectagg"],
};
