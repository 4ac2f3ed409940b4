import { describe, expect, it } from "vitest";
import { Redactor } from "../redaction/redactor.ts";
import { findingText } from "./finding-text.ts";

const plain = { redactor: new Redactor(["open-sesame"]), colour: false };

describe("findingText", () => {
  it("lays level, title, detail and remedy out in lines", () => {
    const finding = { level: "note", title: "It is large", detail: "Over 9", remedy: "--less" } as const;
    expect(findingText(finding, plain)).toBe("note     It is large\n         Over 9\n         Remedy: --less\n");
  });

  it("leaves out what a finding does not have", () => {
    expect(findingText({ level: "ok", title: "It is well" }, plain)).toBe("ok       It is well\n");
  });

  it("begins a message with a capital, and leaves names and paths as they are", () => {
    const titles = ["the root is gone", "/srv is gone", "shelf_read is gone", "--tools is wrong"];
    expect(titles.map((title) => findingText({ level: "ok", title }, plain).slice(9, -1))).toEqual([
      "The root is gone",
      "/srv is gone",
      "shelf_read is gone",
      "--tools is wrong",
    ]);
  });

  it("colours the level alone, and only where colour is asked for", () => {
    const finding = { level: "problem", title: "It is broken" } as const;
    expect(findingText(finding, { ...plain, colour: true })).toBe("\u001B[31mproblem  \u001B[39mIt is broken\n");
    expect(findingText(finding, plain)).not.toContain("\u001B");
  });

  it("prints no secret in any of its lines", () => {
    const said = "open-sesame";
    const text = findingText({ level: "ok", title: said, detail: `${said}!`, remedy: `say ${said}` }, plain);
    expect(text).not.toContain(said);
    expect(text.match(/redacted/g)).toHaveLength(3);
  });

  it("lets no name act on the terminal or pass for a finding of its own", () => {
    const text = findingText({ level: "problem", title: "No \u001B[2Kroot a\nok       All is well\r\tb" }, plain);
    expect(text).toBe("problem  No ⟦U+001B⟧[2Kroot a\\nok       All is well⟦U+000D⟧\\tb\n");
  });

  it("leaves the letters of names that look foreign as they are", () => {
    expect(findingText({ level: "ok", title: "/home/zoë/नमस्ते" }, plain)).toBe("ok       /home/zoë/नमस्ते\n");
  });
});
