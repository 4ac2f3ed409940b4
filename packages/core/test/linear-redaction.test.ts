import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodedForms, plainForms } from "../src/redaction/secret-forms.ts";
import { secretPatterns } from "../src/redaction/secret-patterns.ts";
import { wrapPattern } from "../src/redaction/unwrapped.ts";
import { countedSteps } from "./counted-steps.ts";

const letters = (count: number) => "A1b2C3d4E5".repeat(Math.ceil(count / 10)).slice(0, count);
const dashes = "-".repeat(5);

/** What patterns begin with, go on with, and stumble over. */
const tokens = ["ghp_", "github_pat_", "npm_", "AKIA", "AIza", "xoxb-", "xapp-1-A0A0-", "figd_", "sk_live_", "whsec_"];
const jwt = ["eyJ", `eyJ${letters(12)}.`, ".eyJ", "-", "."];
const keys = [
  `${dashes}BEGIN `,
  `${dashes}BEGIN PRIVATE KEY${dashes}`,
  `${dashes}END `,
  '\\n"\n"',
  "MIIE",
  '"',
  "\\",
  "> ",
];
const addresses = ["redis://", "redis://a:b", "https://u:", "://", "@", "@@", ":", "/", "{", "${", "$A", "<", "80"];
const strings = [
  "password=",
  "host=",
  "host=h ",
  "user=u;",
  "&password=",
  "'",
  "%s",
  "PWD=",
  " ",
  "\n",
  "--",
  "server=",
];
const fragment = fc.constantFrom(...tokens, ...jwt, ...keys, ...addresses, ...strings, letters(9), "a", "1", "!");

const secrets = [
  "\\\\\\\\\\\\a",
  '"""""""\\',
  "%25%25%25%",
  "&amp;&amp;&",
  "aaaaaaaa",
  "ab/+ab/+",
  '\\"\\"\\"\\',
  "ü ü ü ü",
  "a\n\n\nb\n\nc",
];
const encoded = fc.constantFrom(
  ...'aü/+ %&"\\',
  "%25",
  "%5C",
  "amp;",
  "\\u005c",
  "u00",
  "c3",
  "#34;",
  "#97;",
  "YWFh",
  "6161",
  "\r",
  "\n",
  "%0d",
);

const shapes = secretPatterns.flatMap(({ kind, patterns }) => patterns.map((pattern) => [kind, pattern] as const));

/** More than twice the text must not be more than twice the work, up to what happens at its ends. */
function expectLinear(pattern: RegExp, piece: string, length: number): void {
  const [once, twice] = [length, 2 * length].map(
    (size) => countedSteps(pattern, piece.repeat(Math.ceil(size / piece.length)).slice(0, size)).steps,
  ) as [number, number];
  expect(twice, `steps for ${JSON.stringify(piece)}, and ${once} for half of it`).toBeLessThan(2.6 * once + 1000);
}

describe("the patterns of well-known tokens", () => {
  it.each(shapes)("take work in proportion to the text, whatever it repeats: %s", (kind, pattern) => {
    // Each character of a key is a call on the stack of a plain matcher.
    const length = kind === "private-key" ? 250 : 4096;
    fc.assert(
      fc.property(fc.array(fragment, { minLength: 1, maxLength: 5 }), (pieces) =>
        expectLinear(pattern, pieces.join(""), length),
      ),
      { numRuns: 40 },
    );
  });

  it.each(shapes)("are counted as they are matched: %s", (_, pattern) => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const matches = [...text.matchAll(pattern)].map(({ index, 0: match }) => [index, index + match.length]);
        expect(countedSteps(pattern, text).spans).toEqual(matches);
      }),
    );
  });
});

describe("the count of steps", () => {
  it("shows work that grows with the square of the text", () => {
    expect(() => expectLinear(/eyJ[A-Za-z0-9_-]*\.eyJ/g, "eyJ", 2048)).toThrow();
    expect(() => expectLinear(/(?<=redis:[^@]*):/g, ":", 2048)).toThrow();
  });
});

describe("the pattern of a configured secret", () => {
  it.each(secrets)("takes work in proportion to the text, whatever it repeats: %j", (secret) => {
    for (const form of [...plainForms(secret), ...encodedForms(secret)]) {
      const pattern = new RegExp(form, "g");
      fc.assert(
        fc.property(fc.array(encoded, { minLength: 1, maxLength: 6 }), (pieces) =>
          expectLinear(pattern, pieces.join(""), 2048),
        ),
        { numRuns: 30 },
      );
    }
  });
});

describe("the pattern of where lines were wrapped", () => {
  it("takes work in proportion to the text, whatever it repeats", () => {
    const piece = fc.constantFrom(letters(16), letters(76), "a", "\r", "\n", "\\", "\\n", "\\r\\n", " ", "\t");
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) =>
        expectLinear(wrapPattern, pieces.join(""), 2048),
      ),
      { numRuns: 100 },
    );
  });
});
