import { describe, expect, it } from "vitest";
import { document } from "../../test/stand/document.ts";
import { kindOf } from "./kind-of.ts";

const kind = (name: string, content: string) => kindOf(`/root/${name}`, Buffer.from(content));

describe("the kind of a document", () => {
  it.each([
    ["a.md", "markdown"],
    ["A.MD", "markdown"],
    ["a.tsx", "tsx"],
    ["a.mts", "typescript"],
    ["a.yml", "yaml"],
    ["pyproject.toml", "toml"],
    ["a.tsv", "csv"],
    ["a.pdf", "pdf"],
  ])("is known by the name %s", (name, expected) => {
    expect(kind(name, "anything")).toBe(expected);
  });

  it.each([
    ['{"a": 1}', "json"],
    ["[true]", "json"],
    ['["a"]', "json"],
    ["# made by cargo\n[[package]]\n", "toml"],
    ["[tool.poetry]\n", "toml"],
    ["#!/usr/bin/env python3\n", "python"],
    ["#!/usr/bin/env node\n", "javascript"],
    ["---\na: 1\n", "yaml"],
    ["Text\n\n## Heading\n", "markdown"],
  ])("is known by how %j begins, where the name tells nothing", (content, expected) => {
    expect(kind("README", content)).toBe(expected);
  });

  it("is what the bytes say, where a name says something else", () => {
    expect(kindOf("/root/a.md", document("recipes.pdf"))).toBe("pdf");
    expect(kindOf("/root/a.pdf", document("orders.xlsx"))).toBe("xlsx");
  });

  it("is Markdown where that speaks of PDFs", () => {
    expect(kind("a.md", "A PDF begins with %PDF-1.7.")).toBe("markdown");
  });

  it("is none for other files, for which there is advice", () => {
    for (const [name, content] of [
      ["a.txt", "text"],
      ["a.zip", "PK\u0003\u0004"],
      ["a.docx", "PK\u0003\u0004"],
      ["a", ""],
    ] as const) {
      expect(() => kind(name, content), name).toThrow(/fs_read/);
    }
  });
});
