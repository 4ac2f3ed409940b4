/** Every kind of node that a statement which only reads may be made of. What is not here is refused, known or not. */
export const readableKinds: ReadonlySet<string> = new Set([
  // Statements and their clauses
  ...["SelectStmt", "WithClause", "CommonTableExpr", "CTESearchClause", "CTECycleClause", "ResTarget", "SortBy"],
  ...["WindowDef", "GroupingSet", "GroupingFunc", "ExplainStmt", "DefElem", "VariableShowStmt"],
  // What is read from
  ...["RangeVar", "RangeSubselect", "RangeFunction", "RangeTableSample", "RangeTableFunc", "RangeTableFuncCol"],
  ...["JoinExpr", "Alias", "ColumnDef", "JsonTable", "JsonTableColumn", "JsonTablePathSpec"],
  // Expressions
  ...[
    "A_Const",
    "A_Star",
    "A_Expr",
    "A_ArrayExpr",
    "A_Indirection",
    "A_Indices",
    "BoolExpr",
    "NullTest",
    "BooleanTest",
  ],
  ...[
    "ColumnRef",
    "ParamRef",
    "FuncCall",
    "NamedArgExpr",
    "SubLink",
    "CaseExpr",
    "CaseWhen",
    "CoalesceExpr",
    "MinMaxExpr",
  ],
  ...["RowExpr", "SQLValueFunction", "TypeCast", "TypeName", "CollateClause", "XmlExpr", "XmlSerialize"],
  ...["JsonObjectConstructor", "JsonArrayConstructor", "JsonArrayQueryConstructor", "JsonObjectAgg", "JsonArrayAgg"],
  ...[
    "JsonAggConstructor",
    "JsonKeyValue",
    "JsonValueExpr",
    "JsonFormat",
    "JsonOutput",
    "JsonReturning",
    "JsonFuncExpr",
  ],
  ...["JsonBehavior", "JsonArgument", "JsonIsPredicate", "JsonParseExpr", "JsonScalarExpr", "JsonSerializeExpr"],
  // Leaves
  ...["List", "Integer", "Float", "Boolean", "String", "BitString", "SetToDefault"],
]);

/** What to do instead, for kinds that people try. */
export const insteadOf: Readonly<Record<string, string>> = {
  InsertStmt: "INSERT changes data: use pg_execute",
  UpdateStmt: "UPDATE changes data: use pg_execute",
  DeleteStmt: "DELETE changes data: use pg_execute",
  MergeStmt: "MERGE changes data: use pg_execute",
  IntoClause: "SELECT INTO makes a table: use pg_execute with CREATE TABLE … AS",
  LockingClause: "FOR UPDATE and FOR SHARE lock rows: leave the clause out",
  CopyStmt: "COPY is not run here: select the rows, with format csv",
  CallStmt: "CALL may change anything: it is not run here",
  DoStmt: "DO runs a program: write what it does as one SELECT",
  VariableSetStmt: "SET changes the session, which no other call sees: write what you need into the statement",
  TransactionStmt: "Every call is a transaction of its own: leave BEGIN, COMMIT and the like out",
  PrepareStmt: "PREPARE is not needed: pass values in params",
  ExecuteStmt: "EXECUTE is not needed: pass values in params",
  DeclareCursorStmt: "A cursor is not needed: ask with limit, and go on with nextCursor",
  FetchStmt: "A cursor is not needed: ask with limit, and go on with nextCursor",
  ListenStmt: "LISTEN is not a statement here: subscribe to the resource postgres://{database}/channels/{channel}",
  CreateStmt: "CREATE TABLE changes the database: use pg_execute",
};
