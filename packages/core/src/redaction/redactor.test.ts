import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholder } from "./placeholder.ts";
import { Redactor } from "./redactor.ts";

// Tokens are put together here, so that no scanner takes this file for a leak.
const letters = (count: number) => "A1b2C3d4E5".repeat(Math.ceil(count / 10)).slice(0, count);
const upper = (count: number) => "ABCD2345EF".repeat(Math.ceil(count / 10)).slice(0, count);
const dashes = "-".repeat(5);
const pem = (kind: string, body: string) => `${dashes}BEGIN ${kind}${dashes}${body}${dashes}END ${kind}${dashes}`;
const jwt = `${"ey"}J${letters(20)}.${"ey"}J${letters(40)}.${letters(43)}`;

const tokens: ReadonlyArray<readonly [kind: string, token: string]> = [
  ["github-token", `gh${"p_"}${letters(36)}`],
  ["github-token", `gh${"s_"}${letters(36)}`],
  ["github-token", `github${"_pat_"}${letters(22)}_${letters(59)}`],
  ["npm-token", `npm${"_"}${letters(36)}`],
  ["aws-access-key", `AK${"IA"}${upper(16)}`],
  ["aws-access-key", `AS${"IA"}${upper(16)}`],
  ["google-api-key", `AI${"za"}${letters(35)}`],
  ["slack-token", `xox${"b-"}${letters(12)}-${letters(24)}`],
  ["figma-token", `figd${"_"}${letters(40)}`],
  ["stripe-key", `sk${"_live_"}${letters(24)}`],
  ["stripe-key", `rk${"_test_"}${letters(24)}`],
  ["jwt", jwt],
];

const innocents: ReadonlyArray<readonly [what: string, text: string]> = [
  ["a token that is too short", "ghp_short"],
  ["a setting of npm", "npm_config_registry=https://packages.example.com/ npm_lifecycle_event=test"],
  ["a word that begins like a key", "AKIAlike ASIAN AIzawa"],
  ["a name of Slack's", "xoxo-love"],
  ["a file of Figma's", "figd_logo.png"],
  ["a field of Stripe's", "sk_live_key sk_test_x"],
  ["the header of a token alone", "eyJhbGciOiJIUzI1NiJ9"],
  ["two parts of a token", `${"ey"}J${letters(20)}.${"ey"}J${letters(20)}`],
  ["a public key", pem("PUBLIC KEY", "\nMIIBIjANBg\n")],
  ["a certificate", pem("CERTIFICATE", "\nMIIBIjANBg\n")],
  ["a URL without a password", "postgres://shop@localhost:5432/shop redis://localhost:6379"],
  ["an address of the web", "https://example.org:8080/a@b"],
];

const clean = new Redactor().text;
const hidden = placeholder("configured secret");

describe("Redactor on well-known tokens", () => {
  it.each(tokens)("takes out a %s", (kind, token) => {
    for (const [before, after] of [
      ["", ""],
      ['{"t":"', '"}'],
      ["TOKEN=", "\n"],
      ["(", ")"],
      ["see\t", " here"],
    ]) {
      expect(clean(`${before}${token}${after}`)).toBe(`${before}${placeholder(kind)}${after}`);
    }
  });

  it.each(innocents)("leaves %s as it is", (_, innocent) => {
    // Some texts are too short to be looked at when they stand alone.
    const text = `see ${innocent}, and ${innocent} again`;
    expect(clean(text)).toBe(text);
  });

  it("takes out a token after a dash", () => {
    expect(clean(`token-${jwt}`)).not.toContain(letters(40));
  });

  it("takes out every one of several", () => {
    const [[, first = ""] = [], [, second = ""] = []] = tokens;
    expect(clean(`${first} ${second} ${first}`)).toBe(Array(3).fill(placeholder("github-token")).join(" "));
  });
});

describe("Redactor on private keys", () => {
  const body = letters(64);

  it.each(["PRIVATE KEY", "RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"])(
    "takes out a %s, and keeps what follows it",
    (kind) => {
      const text = `before\n${pem(kind, `\n${body}\n${body}==\n`)}\nafter, in prose.`;
      expect(clean(text)).toBe(`before\n${placeholder("private-key")}\nafter, in prose.`);
    },
  );

  it("takes out a key whose line ends are escaped, as in a service account's JSON", () => {
    const json = JSON.stringify({ private_key: `${pem("PRIVATE KEY", `\n${body}\n${body}\n`)}\n`, client: "me" });
    expect(clean(json)).not.toContain(body);
    expect(clean(json)).toContain('"client":"me"');
  });

  it("takes out a PGP key with its version line", () => {
    const text = pem("PGP PRIVATE KEY BLOCK", `\nVersion: GnuPG v2.0.22 (GNU/Linux)\n\n${body}\n=aBcD\n`);
    expect(clean(text)).toBe(placeholder("private-key"));
  });

  it("takes out a key with the headers of an encrypted PEM", () => {
    const headers = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF";
    expect(clean(pem("RSA PRIVATE KEY", `\n${headers}\n\n${body}\n`))).toBe(placeholder("private-key"));
  });

  it("takes out a key that is cut off before its end", () => {
    expect(clean(`${dashes}BEGIN PRIVATE KEY${dashes}\n${body}\n${body}`)).toBe(placeholder("private-key"));
  });
});

describe("Redactor on connection strings", () => {
  it.each(["postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps"])(
    "takes out the password of a %s address and leaves the rest",
    (scheme) => {
      expect(clean(`url=${scheme}://shop:hunter2!@db.local:5432/shop`)).toBe(
        `url=${scheme}://shop:${placeholder("connection-password")}@db.local:5432/shop`,
      );
    },
  );

  it("takes out a password without a user, even of one letter", () => {
    expect(clean("redis://:p@host")).toBe(`redis://:${placeholder("connection-password")}@host`);
  });
});

describe("Redactor on configured secrets", () => {
  const secret = 'p@ss/wörd+"quoted"\\?>~';
  const { text } = new Redactor([secret]);
  const base64 = Buffer.from(secret).toString("base64");

  it.each([
    ["as it is", secret],
    ["URL-encoded", encodeURIComponent(secret)],
    ["in a JSON text", JSON.stringify(secret).slice(1, -1)],
    ["in base64", base64.replace(/=+$/, "")],
    ["in base64url", Buffer.from(secret).toString("base64url")],
    ["URL-encoded with small letters", encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
    ["as a form sends it", new URLSearchParams({ s: secret }).toString().slice(2)],
  ])("takes it out %s", (_, form) => {
    expect(text(`a ${form} b`)).toBe(`a ${hidden} b`);
  });

  it.each(["", "a", "ab", "abc", "user:", "x-access-token:"])("takes it out of base64 behind %j", (before) => {
    for (const encoding of ["base64", "base64url"] as const) {
      const shown = text(`Basic ${Buffer.from(`${before}${secret}`).toString(encoding)}`);
      expect(shown).toContain(hidden);
      const left = shown.replace("Basic ", "").replace(hidden, "");
      expect(Buffer.from(left, "base64").length).toBeLessThanOrEqual(before.length + 1);
    }
  });

  it("takes out the longer of two secrets where one begins with the other", () => {
    const redactor = new Redactor(["abcdef", "abcdefghij"]);
    expect(redactor.text("abcdefghij abcdefx")).toBe(`${hidden} ${hidden}x`);
  });

  it("takes what is special in patterns literally", () => {
    expect(new Redactor(["a.c*e+$&"]).text("abcde a.c*e+$&")).toBe(`abcde ${hidden}`);
  });

  it("leaves secrets too short to be told from words", () => {
    expect(new Redactor(["admin"]).text("admin")).toBe("admin");
    expect(new Redactor(["admin1"]).text("admin1")).toBe(hidden);
  });

  it("lets no configured secret through, whatever stands around it", () => {
    // Characters that the placeholder has not: a secret that is part of it would be found in it.
    const unit = fc.constantFrom(..."!:;GHIJKLMNXYZ_-+/=%\\\"'.*?()^ü日🙂");
    const secrets = fc.array(fc.string({ unit, minLength: 6, maxLength: 20 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(secrets, fc.array(fc.oneof(fc.nat(3), fc.string({ unit }))), (given, parts) => {
        const joined = parts.map((part) => (typeof part === "number" ? (given[part] ?? "") : part)).join("");
        const shown = new Redactor(given).text(joined);
        expect(given.filter((hidden) => shown.includes(hidden))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("Redactor on hostile text", () => {
  const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));
  const hostile = [
    `-${"ey"}J`,
    `${"ey"}J`,
    `${"ey"}J${letters(12)}.`,
    `${"ey"}J${letters(4000)}.-`,
    "redis://:",
    "redis://a:b",
    "://",
    `${dashes}BEGIN `,
    `${dashes}BEGIN PRIVATE KEY${dashes}.`,
    `${dashes}BEGIN PRIVATE KEY${dashes}!`,
    `-gh${"p_"}${letters(251)}`,
    `-github${"_pat_"}`,
    `xox${"b-"}`,
    `figd${"_"}-`,
  ];

  // Quadratic work would take minutes; linear work takes tens of milliseconds.
  it.each(hostile)("takes no more than linear time on a megabyte of %j", (piece) => {
    const started = performance.now();
    clean(megabyte(piece));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
