import { expect, it } from "vitest";
import type { Choice } from "./choice.ts";
import { sharedLog } from "./shared-log.ts";

const choice = (...args: string[]) => ({ args }) as unknown as Choice;
const [cursor, codex] = [{ title: "Cursor" }, { title: "Codex" }];

it.each([
  ["two hosts", [choice("~/notes", "--audit-log", "/a.jsonl")], [cursor, codex]],
  ["two connectors", [choice("--audit-log=/a.jsonl"), choice("--audit-log", "/a.jsonl")], [cursor]],
])("tells that %s would write to one audit log", (_, choices, hosts) => {
  expect(sharedLog(choices, hosts)).toMatch(/^\/a\.jsonl takes one server at a time/);
});

it.each([
  ["one host writes to it", [choice("--audit-log", "/a.jsonl")], [cursor]],
  ["none is wanted", [choice("~/notes")], [cursor, codex]],
  ["each has its own", [choice("--audit-log", "/a.jsonl"), choice("--audit-log", "/b.jsonl")], [cursor]],
])("says nothing where %s", (_, choices, hosts) => {
  expect(sharedLog(choices, hosts)).toBeUndefined();
});
