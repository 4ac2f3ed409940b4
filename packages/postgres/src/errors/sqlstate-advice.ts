/** What to do, by SQLSTATE or its class (PostgreSQL manual, appendix A). */
const advices: Readonly<Record<string, string>> = {
  "08P01": "Give params one value for each of $1, $2 ….",
  "25006": "Only pg_execute changes data.",
  "40001": "Another transaction was in the way: the same call may be made again.",
  "40P01":
    "Nothing of this statement was kept: the same call may be made again. pg_activity shows who works on the same rows.",
  "42702": "Write the relation before it, as in orders.id.",
  "42P18": "Use each from $1 on, and say what type it has, as in $1::text.",
  "53400": "Sort, join or group fewer rows: the server bounds what it keeps on disk meanwhile.",
  "53100": "Somebody has to make room on the server's disk; a smaller result may do without.",
  "53200": "Ask for less at once, or lower work_mem there.",
  "53300": "Try again in a moment.",
  "54": "Split it, or pass a list as one array: id = ANY ($1).",
  "55P03": "Somebody else holds a lock: pg_activity shows who. Try again once that one is through.",
  "57014": "Narrow the statement, or look at its plan with pg_explain.",
  "57P": "The server ends or begins. The next call makes a new connection: try again in a moment.",
};

/** What to do about an error that PostgreSQL gives this code; empty where its own words have to do. */
export function sqlstateAdvice(code: string): string {
  return advices[code] ?? advices[code.slice(0, 3)] ?? advices[code.slice(0, 2)] ?? "";
}
