import type { SecretPattern } from "./secret-pattern.ts";

const space = "(?:[ +]|%20)";
const quote = "[\"'`]";

/** Between two string literals of source code that make one text: `\n" +` at the end of a line, `"MII…` on the next. */
const seam = String.raw`\\{0,16}${quote}[\s+.,;\\nrt-]{0,60}${quote}(?=-----END|[A-Za-z0-9+/=]{4,76}(?:\\{1,16}[nr]|\\{0,16}${quote}(?! ?:)))`;

/**
 * Letters of base64, line ends (escaped too, as in a service account's JSON), headers, and what quotes a text: `> `,
 * `# `, `// `, `+`, ` * `. No quotation mark outside a seam, nor the backslashes before one: they end the JSON string
 * that a key may be cut off in.
 */
const body = String.raw`(?:(?!-----END)(?:[A-Za-z0-9+/=\s:,.()>#*|;_%-]|\\{1,16}(?![\\"'${"`"}])|${seam})){0,16384}`;

/** A private key in PEM or of PGP, to its last line or as far as there is one. */
export const privateKeys: SecretPattern = {
  kind: "private-key",
  telltales: ["-----BEGIN"],
  patterns: [
    new RegExp(
      `-----BEGIN(?:[A-Z +]|%20){1,60}PRIVATE${space}KEY(?:${space}BLOCK)?-----${body}(?:-----END(?:[A-Z +]|%20){1,60}-----)?`,
      "g",
    ),
  ],
};
