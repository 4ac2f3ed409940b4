/** The options that have a short flag as well. */
export const shortFlags: Readonly<Record<string, string>> = { help: "h", version: "v" };
