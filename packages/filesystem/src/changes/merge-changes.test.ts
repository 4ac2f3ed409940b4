import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Root } from "../roots/root.ts";
import type { Change } from "./change.ts";
import { mergeChanges } from "./merge-changes.ts";

const root = { real: "/root" } as unknown as Root;
const merged = (...kinds: ReadonlyArray<Change["kind"]>) =>
  mergeChanges(kinds.map((kind, index) => ({ root, names: ["a"], kind, time: `${index}` }))).map(({ kind, time }) => [
    kind,
    time,
  ]);

/** What is told of a place that is, or is not, as it was before. */
function changeOf(was: boolean, is: boolean): Change["kind"] | undefined {
  if (is) return was ? "modified" : "created";
  return was ? "removed" : undefined;
}

describe("several changes of one place", () => {
  it.each<[Array<Change["kind"]>, Array<[Change["kind"], string]>]>([
    [["created"], [["created", "0"]]],
    [["created", "modified"], [["created", "1"]]],
    [["created", "modified", "removed"], []],
    [["modified", "modified"], [["modified", "1"]]],
    [["modified", "removed"], [["removed", "1"]]],
    [["removed", "created"], [["modified", "1"]]],
    [["removed", "created", "removed"], [["removed", "2"]]],
    [["created", "removed", "created"], [["created", "2"]]],
  ])("come to one, or none: %j", (kinds, expected) => {
    expect(merged(...kinds)).toEqual(expected);
  });

  it("leave what applying each of them would have left", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }), (was, states) => {
        const kinds = states.flatMap((is, index) => changeOf(states[index - 1] ?? was, is) ?? []);
        const [kind] = merged(...kinds)[0] ?? [];
        expect(kind).toBe(kinds.length === 0 ? undefined : changeOf(was, states.at(-1) ?? was));
      }),
    );
  });
});
