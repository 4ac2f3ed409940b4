import type { Connector } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import type { Definitions } from "../definitions.ts";
import { nearDuplicates } from "./near-duplicates.ts";

function connector(name: string, tools: readonly string[], prompts: readonly string[] = []): Connector {
  const named = (names: readonly string[]) => names.map((each) => ({ name: each }));
  return { name, tools: named(tools), prompts: named(prompts) } as unknown as Connector;
}

function judge(own: Connector, ...others: readonly Connector[]) {
  return nearDuplicates({ connector: own, others, texts: [], allowedHosts: [] } satisfies Definitions).map(
    ({ where, problem }) => `${where}: ${problem}`,
  );
}

const files = connector("files", ["fs_read", "fs_list"], ["tidy_folder"]);

describe("nearDuplicates", () => {
  it.each([
    ["the same name", "fs_read"],
    ["a letter more", "fs_reads"],
    ["a letter less", "f_read"],
    ["another letter", "fs_reed"],
    ["underscores elsewhere", "f_sread"],
    ["capitals", "fsRead"],
    ["the words in another order", "read_fs"],
  ])("finds %s in another connector", (_, name) => {
    expect(judge(connector("shelf", [name]), files)).toEqual([
      `tools.${name}.name: "${name}" can be mistaken for "fs_read" of "files"`,
    ]);
  });

  it("finds them within the connector, once", () => {
    expect(judge(connector("shelf", ["shelf_book", "shelf_books", "shelf_read"]))).toEqual([
      'tools.shelf_books.name: "shelf_books" can be mistaken for "shelf_book"',
    ]);
  });

  it("finds prompts and connectors that look alike", () => {
    expect(judge(connector("file-s", [], ["folder_tidy"]), files)).toEqual([
      'name: "file-s" can be mistaken for "files" of "files"',
      'prompts.folder_tidy.name: "folder_tidy" can be mistaken for "tidy_folder" of "files"',
    ]);
  });

  it("passes siblings, the same verb under another prefix, and a connector that is among the others", () => {
    const database = connector("database", ["pg_read", "pg_list", "pg_query"]);
    const both = connector("both", ["fs_read", "fs_read_many", "fs_roots"]);
    expect([judge(database, files, database), judge(both)]).toEqual([[], []]);
  });
});
