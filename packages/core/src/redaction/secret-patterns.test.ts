import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholder } from "./placeholder.ts";
import { Redactor } from "./redactor.ts";
import { secretPatterns } from "./secret-patterns.ts";

/** What the redactor does, without any look ahead for what a text may hold. */
function redactedPlainly(text: string): string {
  let clean = text;
  for (const { kind, patterns } of secretPatterns) {
    for (const pattern of patterns) {
      clean = clean.replace(pattern, (_, before: string | number) =>
        typeof before === "string" ? before + placeholder(kind) : placeholder(kind),
      );
    }
  }
  return clean;
}

describe("secretPatterns", () => {
  it.each(secretPatterns.map((pattern) => [pattern.kind, pattern] as const))(
    "has the sign of %s in each telltale",
    (_, { sign = "", telltales }) => {
      expect(telltales.filter((telltale) => !telltale.includes(sign))).toEqual([]);
    },
  );

  it("finds nothing more where nothing is looked for first", () => {
    const words = secretPatterns.flatMap(({ telltales }) => telltales);
    const letters = (length: number) => "A1b2C3d4E5F6".repeat(10).slice(0, length);
    const part = fc.oneof(
      fc.constantFrom(
        ...words,
        "ghp",
        "npm",
        "sk",
        "rk",
        "whsec",
        "fig",
        "e",
        "eyJ",
        "github",
        "pass",
        "pwd",
        "?",
        "&",
      ),
      fc.constantFrom(
        ..."_=J:/@.-x \n\"'\\;",
        "host=",
        "user=",
        "postgres",
        "PRIVATE KEY-----",
        "-----END",
        "b-1",
        "xapp-1-",
      ),
      fc.constantFrom(letters(4), letters(16), letters(40), "ABCDEFGH23456789", "AKIAABCDEFGH23456789"),
    );
    const { text: redacted } = new Redactor();
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), fc.nat(300), (parts, padding) => {
        const text = `${" ".repeat(padding)}${parts.join("")}`;
        expect(redacted(text)).toBe(redactedPlainly(text));
      }),
      { numRuns: 5000 },
    );
  });
});
