/** The pieces of work of the postgres suite. */
export type QueryTask = "ten rows" | "ten rows, new words" | "first hundred";
