import { describe, expect, it } from "vitest";
import { placeholder } from "./placeholder.ts";
import { Redactor } from "./redactor.ts";

const letters = (count: number) => "A1b2C3d4E5".repeat(Math.ceil(count / 10)).slice(0, count);
const dashes = "-".repeat(5);
const pem = (kind: string, body: string) => `${dashes}BEGIN ${kind}${dashes}${body}${dashes}END ${kind}${dashes}`;
const clean = new Redactor().text;

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

  it.each(["> ", "# ", "// ", "+ ", "+", "-", " * ", ">> ", "| ", "; ", "  12 "])(
    "takes out the whole of a key that is quoted with %j",
    (prefix) => {
      const lines = pem("RSA PRIVATE KEY", `\n${body}\n${body}\n`).split("\n");
      const quoted = lines.map((line) => `${prefix}${line}`).join("\n");
      expect(clean(`${quoted}\n"after"`)).toBe(`${prefix}${placeholder("private-key")}\n"after"`);
    },
  );

  it.each([
    ["Python", (line: string) => `"${line}\\n"`, "\n"],
    ["JavaScript", (line: string) => `  '${line}\\n'`, " +\n"],
    ["a JSON array", (line: string) => `"${line}"`, ","],
  ])("takes out a key that the source of %s puts together", (_, literal, between) => {
    const source = pem("PRIVATE KEY", `\n${body}\n${body}\nQm9k\n`).split("\n").map(literal).join(between);
    const shown = clean(source);
    expect(shown).not.toContain(body.slice(0, 10));
    expect(shown).not.toContain("END");
    const logged = clean(JSON.stringify({ source, next: "kept" }));
    expect(logged).not.toContain(body.slice(0, 10));
    expect(JSON.parse(logged)).toMatchObject({ next: "kept" });
  });

  it("takes out a key that is percent-encoded, or sent by a form", () => {
    const key = pem("PRIVATE KEY", `\n${body}+/\n${body}\n`);
    expect(clean(`key=${encodeURIComponent(key)}&a=b`)).toBe(`key=${placeholder("private-key")}&a=b`);
    expect(clean(`${new URLSearchParams({ key, a: "b" })}`)).toBe(`key=${placeholder("private-key")}&a=b`);
  });

  it("leaves a JSON text valid where the key in it is cut off", () => {
    const cut = { key: `${dashes}BEGIN PRIVATE KEY${dashes}\n${body}\n`, client: "me", quoted: '"' };
    for (const text of [JSON.stringify(cut), JSON.stringify({ message: JSON.stringify(cut) })]) {
      expect(clean(text)).not.toContain(body);
      expect(() => JSON.parse(clean(text))).not.toThrow();
      expect(clean(text)).toContain("client");
    }
  });

  it.each([
    "Keep your private key private. -----BEGIN PUBLIC KEY----- is not it.",
    "A PEM file begins with -----BEGIN and ends with -----END.",
  ])("leaves prose about keys as it is: %s", (prose) => {
    expect(clean(prose)).toBe(prose);
  });
});
