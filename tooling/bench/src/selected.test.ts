import { expect, test } from "vitest";
import { inProcess } from "./peers/in-process.ts";
import { selected } from "./selected.ts";
import type { Section } from "./suites/section.ts";
import type { Suite } from "./suites/suite.ts";

function section(title: string, ...names: string[]): Section {
  const never = () => Promise.reject(new Error("not run here"));
  const rows = names.map((name) => {
    const measure = { name, includes: () => true, enter: never };
    return { label: name, measure, statistic: () => 0, unit: "bytes" as const, better: "lower" as const };
  });
  return { title, rows };
}

function suite(title: string, ...sections: Section[]): Suite {
  return { title, peers: [inProcess("ours")], sections, writeSamples: async () => {}, notes: [] };
}

const suites = [
  suite("Files", section("Read", "read-1kb", "read-1mb"), section("List", "list-all")),
  suite("Ways", section("Open", "opening")),
];

function names(glob: string): string[] {
  const sections = selected(suites, glob).flatMap((chosen) => chosen.sections);
  return sections.flatMap(({ rows }) => rows.map(({ measure }) => measure.name));
}

test("a name selects its measure alone, and what is left without rows is left out", () => {
  const chosen = selected(suites, "list-all");
  expect(chosen.map(({ title, sections }) => [title, sections.map((section) => section.title)])).toEqual([
    ["Files", ["List"]],
  ]);
});

test("an asterisk stands for any characters and a question mark for one", () => {
  expect(names("read-*")).toEqual(["read-1kb", "read-1mb"]);
  expect(names("read-1?b")).toEqual(["read-1kb", "read-1mb"]);
  expect(names("*")).toHaveLength(4);
});

test("a glob must name the whole of it, and other signs stand for themselves", () => {
  expect(() => names("read")).toThrow("names no measure");
  expect(() => names("read.1kb")).toThrow("names no measure");
});

test("a glob that names none is refused with the names that there are", () => {
  expect(() => names("write-*")).toThrow(
    "--only write-* names no measure; there are read-1kb, read-1mb, list-all, opening",
  );
});
