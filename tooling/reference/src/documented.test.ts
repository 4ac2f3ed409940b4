import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { betweenMarks } from "./between-marks.ts";
import { documented } from "./documented.ts";
import { toolTable } from "./tool-table.ts";

/** Formatting makes a table's columns even. */
const cells = (table: string) =>
  table
    .trim()
    .split("\n")
    .filter((line) => !/^[|\s-]+$/.test(line))
    .map((line) => line.split(/(?<!\\)\|/).map((text) => text.trim()));

describe.each(documented)("the README of $connector.name", ({ connector, readme }) => {
  it("tells of the tools what they say of themselves; else run pnpm reference", () => {
    const { inside } = betweenMarks(readFileSync(readme, "utf8"));
    expect(cells(inside)).toEqual(cells(toolTable(connector)));
  });
});
