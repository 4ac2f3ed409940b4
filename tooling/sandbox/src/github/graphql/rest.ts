/** The body of a REST answer, read field by field. */
// biome-ignore lint/suspicious/noExplicitAny: GitHub's description says what it is, and every answer is held against that
export type Rest = Readonly<Record<string, any>>;
