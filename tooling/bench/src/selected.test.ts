import { expect, test } from "vitest";
import { selected } from "./selected.ts";
import type { Section } from "./suites/section.ts";

function section(title: string, ...names: string[]): Section {
  const never = () => Promise.reject(new Error("not run here"));
  const rows = names.map((name) => {
    const measure = { name, includes: () => true, enter: never };
    return { label: name, measure, statistic: () => 0, unit: "bytes" as const, better: "lower" as const };
  });
  return { title, rows };
}

const sections = [section("Read", "read-1kb", "read-1mb"), section("List", "list-all")];

function names(glob: string): string[] {
  return selected(sections, glob).flatMap(({ rows }) => rows.map(({ measure }) => measure.name));
}

test("a name selects its measure alone, and a section without rows is left out", () => {
  expect(selected(sections, "list-all").map(({ title }) => title)).toEqual(["List"]);
});

test("an asterisk stands for any characters and a question mark for one", () => {
  expect(names("read-*")).toEqual(["read-1kb", "read-1mb"]);
  expect(names("read-1?b")).toEqual(["read-1kb", "read-1mb"]);
  expect(names("*")).toHaveLength(3);
});

test("a glob must name the whole of it, and other signs stand for themselves", () => {
  expect(() => names("read")).toThrow("names no measure");
  expect(() => names("read.1kb")).toThrow("names no measure");
});

test("a glob that names none is refused with the names that there are", () => {
  expect(() => names("write-*")).toThrow("--only write-* names no measure; there are read-1kb, read-1mb, list-all");
});
