import { expect, it } from "vitest";
import type { Change } from "../bridge/results.ts";
import { changeLines } from "./change-lines.ts";

const card: Change = { node: "1:2", name: "Card", nodeType: "FRAME", kind: "created" };

it("tells what was made, changed and removed, with values before and after", () => {
  const title: Change = {
    ...{ node: "1:3", name: "Title", nodeType: "TEXT", kind: "changed" },
    properties: { characters: { before: "a", after: "b" }, fontSize: { after: 14 } },
  };
  expect(changeLines({ changes: [card, title, { ...card, kind: "removed" }] }, 10)).toEqual([
    '+ FRAME 1:2 "Card"',
    '~ TEXT 1:3 "Title": characters "a" → "b"; fontSize none → 14',
    '- FRAME 1:2 "Card"',
  ]);
});

it("cuts long values, many properties and many changes, and says so", () => {
  const properties = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`p${at}`, { after: "x".repeat(200) }]));
  const [first = "", second] = changeLines({ changes: [{ ...card, properties }, card], moreChanges: 3 }, 1);
  expect(first).toMatch(/p11 "x{78}…; and 2 more properties$/);
  expect(second).toBe("… and 4 more changes");
});
