/** Standard options by their names on the command line, without dashes. */
export type Flags = Readonly<Record<string, string>>;
