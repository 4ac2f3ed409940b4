/** Fields whose node is written without its kind, for it can be of that one only. */
export const kindOfField: ReadonlyMap<string, string> = new Map([
  ["typeName", "TypeName"],
  ["larg", "SelectStmt"],
  ["rarg", "SelectStmt"],
  ["intoClause", "IntoClause"],
  ["relation", "RangeVar"],
]);
