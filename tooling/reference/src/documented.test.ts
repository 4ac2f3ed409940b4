import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { betweenMarks } from "./between-marks.ts";
import { documented } from "./documented.ts";
import { parts } from "./parts.ts";

/** Formatting makes a table's columns even. */
const cells = (table: string) =>
  table
    .trim()
    .split("\n")
    .filter((line) => !/^[|\s-]+$/.test(line))
    .map((line) => line.split(/(?<!\\)\|/).map((text) => text.trim()));

describe.each(documented)("the README of $connector.name", ({ connector, readme }) => {
  it.each(parts)("has the $name that follow from the declaration; else run pnpm reference", ({ name, write }) => {
    const { inside } = betweenMarks(readFileSync(readme, "utf8"), name);
    expect(cells(inside)).toEqual(cells(write(connector)));
  });
});
