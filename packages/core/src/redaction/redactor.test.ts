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
  ["slack-token", `xapp${"-1-"}A0123BCD-4567890-${letters(64)}`],
  ["figma-token", `figd${"_"}${letters(40)}`],
  ["stripe-key", `sk${"_live_"}${letters(24)}`],
  ["stripe-key", `rk${"_test_"}${letters(24)}`],
  ["stripe-key", `whsec${"_"}${letters(32)}`],
  ["jwt", jwt],
];

const innocents: ReadonlyArray<readonly [what: string, text: string]> = [
  ["a token that is too short", "ghp_short"],
  ["a setting of npm", "npm_config_registry=https://packages.example.com/ npm_lifecycle_event=test"],
  ["a word that begins like a key", "AKIAlike ASIAN AIzawa"],
  ["a name of Slack's", "xoxo-love"],
  ["a greeting", "xoxo-hugs-and-kisses"],
  ["a service that is called like a token", "xapp-frontend-v2-service-in-production"],
  ["an identifier that ends like a key", "task_test_internationalization disk_live_configurations1"],
  ["letters of base64", `${"iVBORw0KGgo"}AI${"za"}${letters(40)} xAK${"IA"}${upper(16)}`],
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

  it.each(tokens)("takes out a %s behind an escape, and leaves the escape whole", (kind, token) => {
    for (const before of [
      "\\n",
      "\\t",
      "\\\\n",
      "%3D",
      "%3d",
      "\\u003d",
      "\\x3D",
      "=3D",
      "\\075",
      "\u001b[1;31m",
      "KEY_",
    ]) {
      expect(clean(`a ${before}${token}`)).toBe(`a ${before}${placeholder(kind)}`);
    }
  });

  it.each(tokens)("takes out a %s where it stands in a JSON text, which stays one", (kind, token) => {
    const text = { script: `first\n${token}\n\t"${token}"\\` };
    const twice = JSON.stringify({ message: JSON.stringify(text) });
    const put = `first\n${placeholder(kind)}\n\t"${placeholder(kind)}"\\`;
    expect(JSON.parse(JSON.parse(clean(twice)).message)).toEqual({ script: put });
  });

  it("takes out a token after a dash", () => {
    expect(clean(`token-${jwt}`)).not.toContain(letters(40));
  });

  it("takes out every one of several", () => {
    const [[, first = ""] = [], [, second = ""] = []] = tokens;
    expect(clean(`${first} ${second} ${first}`)).toBe(Array(3).fill(placeholder("github-token")).join(" "));
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
    ["in hexadecimal", Buffer.from(secret).toString("hex")],
    ["in base64 that is URL-encoded", encodeURIComponent(base64).replace(/(%3D)+$/, "")],
    ["in JSON as PHP writes it", JSON.stringify(secret).slice(1, -1).replaceAll("/", "\\/").replace("ö", "\\u00f6")],
    ["in a JSON text that is URL-encoded", encodeURIComponent(JSON.stringify(secret).slice(1, -1))],
    ["URL-encoded twice", encodeURIComponent(encodeURIComponent(secret))],
    ["in HTML by numbers", secret.replace(/./g, (character) => `&#${character.charCodeAt(0)};`)],
    [
      "in HTML by hexadecimal numbers",
      secret.replace(/./g, (character) => `&#x${character.charCodeAt(0).toString(16)};`),
    ],
    ["in HTML", secret.replaceAll('"', "&quot;").replaceAll(">", "&gt;").replace("/", "&#x2F;")],
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

  it("takes it out of each part of an address, however the address encodes it", () => {
    const given = 'corr$ct^horse"b\\c&d /?#;=~';
    const redactor = new Redactor([given]);
    const url = new URL("https://h.example");
    url.password = given;
    url.username = "bob";
    expect(redactor.text(url.href)).toBe(`https://bob:${hidden}@h.example/`);
    const asQuery = new URL(`https://h.example/?q=${given.replace("#", "%23").replace("&", "%26")}&r`);
    expect(redactor.text(asQuery.href)).toBe(`https://h.example/?q=${hidden}&r`);
    // In a path the parser turns a backslash into a slash: that is another text.
    const inPath = new URL(`https://h.example/${encodeURI(given.replace("\\", "%5C")).replace("?", "%3f")}`);
    expect(redactor.text(inPath.pathname + inPath.hash)).toBe(`/${hidden}`);
  });

  it("takes it out of a text that leaves as JSON in JSON, which stays one", () => {
    const given = '"quoted" \\ back\\\\slashes\nand\\';
    const redactor = new Redactor([given]);
    let shown: unknown = { text: `a ${given}"\n\\"` };
    for (let depth = 1; depth <= 3; depth++) {
      shown = { inner: JSON.stringify(shown) };
      let left = JSON.parse(redactor.text(JSON.stringify(shown)));
      for (let level = 0; level < depth; level++) left = JSON.parse(left.inner);
      expect(left.text).toBe(`a ${hidden}"\n\\"`);
    }
  });

  it("takes it out whichever of its characters are percent-encoded, escaped or referred to", () => {
    const unit = fc.constantFrom(..."aZ09!:;_-+/=%\\\"'.*?()^&<> \n\tü日🙂");
    const percent = (character: string) =>
      [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    const unicode = (character: string) =>
      character.replace(/./gs, (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const ways: ReadonlyArray<(character: string) => string> = [
      (character) => character,
      percent,
      (character) => percent(character).toUpperCase(),
      (character) => encodeURIComponent(percent(character)),
      unicode,
      (character) => JSON.stringify(character).slice(1, -1),
      (character) => JSON.stringify(JSON.stringify(character).slice(1, -1)).slice(1, -1),
      (character) => `&#${character.codePointAt(0)};`,
      (character) => `&amp;#x${character.codePointAt(0)?.toString(16)};`,
    ];
    const way = fc.constantFrom(...ways);
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, way), { minLength: 6, maxLength: 30 }), (characters) => {
        const given = characters.map(([character]) => character).join("");
        // A raw backslash between what is escaped is the first half of another character.
        const sent = characters
          .map(([character, encode]) => (character === "\\" ? "\\\\" : encode(character)))
          .join("");
        expect(new Redactor([given]).text(`(${sent})`)).toBe(`(${hidden})`);
      }),
      { numRuns: 1200 },
    );
  });

  it.each([
    ["a part of it", "corr$ct horse"],
    ["another encoding of other characters", "corr%25ct%20horse%20battery"],
    ["its letters in another case", "CORR$CT HORSE BATTERY"],
  ])("leaves %s as it is", (_, text) => {
    expect(new Redactor(["corr$ct horse battery"]).text(text)).toBe(text);
  });

  it("takes out one that is too long for a pattern, in each encoding of a whole text", () => {
    for (const length of [129, 2_000, 100_000]) {
      const given = 'line +/= of "ü"\\\n'.repeat(length / 10);
      const { text } = new Redactor([given, "short-one"]);
      const json = JSON.stringify(given).slice(1, -1);
      const base64 = Buffer.from(`x${given}`).toString("base64");
      for (const form of [given, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(given)]) {
        expect(text(`a ${form} short-one`)).toBe(`a ${hidden} ${hidden}`);
      }
      expect(text(base64)).toContain(hidden);
    }
  });

  it("takes out a long one that is percent-encoded in another way than as a whole", () => {
    const given = "key/of=100%25+~ü(x)!'*".repeat(10);
    const { text } = new Redactor([given]);
    const all = [...Buffer.from(given)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    const quoted = encodeURIComponent(given)
      .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%2F", "/");
    for (const form of [all, all.toUpperCase(), quoted, encodeURIComponent(quoted), encodeURI(given)]) {
      expect(text(`%20a ${form} b%20`)).toBe(`%20a ${hidden} b%20`);
    }
    const other = encodeURIComponent(given).slice(1);
    expect(text(`a ${other} b`)).toBe(`a ${other} b`);
  });

  it.each([40, 128, 3_000])("takes out one of %i characters from an encoding that is wrapped at a column", (length) => {
    const given = letters(length);
    const { text } = new Redactor([given]);
    for (const before of ["", "a", "KEY=", `${"x".repeat(50)}\n`]) {
      for (const encoding of ["base64", "hex"] as const) {
        const whole = Buffer.from(`${before}${given}\n${"y".repeat(99)}`).toString(encoding);
        for (const [columns, end] of [
          [76, "\n"],
          [64, "\r\n"],
          [64, "\n    "],
          [76, "\\n"],
          [60, "\\r\\n"],
        ] as const) {
          const wrapped = whole.replace(new RegExp(`.{${columns}}`, "g"), `$&${end}`);
          const shown = text(`see\n${wrapped}\nend`);
          const left = shown.replace(hidden, "").replace(/^see\n|\nend$/g, "");
          expect(shown).toContain(hidden);
          expect(Buffer.from(left.replace(/\\[rn]/g, ""), encoding).toString("latin1")).not.toContain(
            given.slice(0, 8),
          );
          expect(shown.endsWith("\nend")).toBe(true);
        }
      }
    }
  });

  it("leaves other encoded texts that are wrapped as they are", () => {
    const wrapped = Buffer.from(letters(300)).toString("base64").replace(/.{76}/g, "$&\n");
    expect(new Redactor([`${letters(40)}!`, `${letters(2_000)}`]).text(wrapped)).toBe(wrapped);
  });

  it.each([1, 20])(
    "takes out one of several lines whichever line ends it has on the way, repeated %i times",
    (times) => {
      const lines = 'first line of "it"\nand the second, over'.repeat(times);
      const windows = lines.replaceAll("\n", "\r\n");
      for (const given of [lines, windows]) {
        const { text } = new Redactor([given]);
        for (const sent of [lines, windows]) {
          for (const form of [
            sent,
            JSON.stringify(sent).slice(1, -1),
            encodeURIComponent(sent),
            Buffer.from(sent).toString("hex"),
            Buffer.from(sent).toString("base64").replace(/=+$/, ""),
          ]) {
            expect(text(`a ${form} b`)).toBe(`a ${hidden} b`);
          }
        }
        const other = lines.replaceAll("\n", "\n\n");
        expect(text(other)).toBe(other);
      }
    },
  );

  it("names no secret where there are many and all of them are long and odd", () => {
    const given = Array.from({ length: 50 }, (_, at) => `${at}${'"\\%&<ü'.repeat(20)}`.slice(0, 128));
    const { text } = new Redactor(given);
    expect(text(JSON.stringify(given))).toBe(JSON.stringify(given.map(() => hidden)));
  });

  it("looks for no secret in what stands for another", () => {
    expect(new Redactor(["configured", "secret"]).text("configured secret")).toBe(`${hidden} ${hidden}`);
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
