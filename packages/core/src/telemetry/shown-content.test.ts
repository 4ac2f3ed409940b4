import { describe, expect, it } from "vitest";
import { makeVisible } from "../fence/make-visible.ts";
import { placeholder } from "../redaction/placeholder.ts";
import { Redactor } from "../redaction/redactor.ts";
import { shownContent } from "./shown-content.ts";

const redactor = new Redactor(["open-sesame", "31415926", 'seven"keys']);

describe("shownContent", () => {
  it("shows a value as JSON and a text as it is", () => {
    expect(shownContent({ name: "monday", count: 2 }, redactor)).toBe('{"name":"monday","count":2}');
    expect(shownContent("shelf://monday", redactor)).toBe("shelf://monday");
    expect(shownContent(undefined, redactor)).toBe("");
  });

  it.each([
    ["a text", { key: "open-sesame" }],
    ["a key", { "open-sesame": 1 }],
    ["a number", { pin: 31415926 }],
    ["JSON within a text", { body: JSON.stringify({ key: 'seven"keys' }) }],
    ["a place where it would be cut", `${"x".repeat(4090)}open-sesame`],
  ])("shows no secret that is in %s", (_, value) => {
    expect(shownContent(value, redactor)).not.toMatch(/open-s|31415926|seven/);
  });

  it("cuts what is long", () => {
    expect(shownContent("x".repeat(5000), redactor)).toBe(`${"x".repeat(4096)} … (cut)`);
    expect(shownContent("x".repeat(4096), redactor)).toBe("x".repeat(4096));
  });

  it("shows characters that would hide from whoever reads the trace, and leaves placeholders as they are", () => {
    const shown = shownContent("a\u001b[2Jb\u202ec open-sesame", redactor, makeVisible);
    expect(shown).toBe(`a⟦U+001B⟧[2Jb⟦U+202E⟧c ${placeholder("configured secret")}`);
  });
});
