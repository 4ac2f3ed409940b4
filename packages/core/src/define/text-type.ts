/** Endings that programs in TypeScript and Rust share with films and with services. */
const ofOthers: ReadonlySet<string> = new Set(["video/mp2t", "application/rls-services+xml"]);

/**
 * The media type of a text.
 *
 * @param byName what the ending of its name stands for, as `mime` has it
 */
export function textType(byName: string | null): string {
  return byName === null || ofOthers.has(byName) ? "text/plain" : byName;
}
