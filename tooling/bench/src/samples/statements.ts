import type { QueryTask } from "../peers/query-task.ts";

let made = 0;

/** The statement for each piece of work of the postgres suite. New words: one that nobody has asked before. */
export const statements: Readonly<Record<QueryTask, () => string>> = {
  "ten rows": () => "SELECT id, name, email FROM customers WHERE id <= 10 ORDER BY id",
  "ten rows, new words": () => {
    made += 1;
    return `SELECT id, name, email FROM customers WHERE id BETWEEN -${made} AND 10 ORDER BY id`;
  },
  "first hundred": () => "SELECT * FROM events LIMIT 100",
};
