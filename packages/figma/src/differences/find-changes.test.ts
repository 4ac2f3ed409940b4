import { describe, expect, test } from "vitest";
import { realDesign } from "../../test/real-design.ts";
import { alias, rgb, type SmallNode, smallDesign, smallVariables, solid } from "../../test/small-design.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { type DesignNode, rootOf } from "../nodes/design-node.ts";
import { walk } from "../nodes/walk.ts";
import { findChanges } from "./find-changes.ts";

const box = (x: number, y: number, width = 100, height = 20) => ({ absoluteBoundingBox: { x, y, width, height } });
const title = {
  id: "1:3",
  type: "TEXT",
  name: "Title",
  characters: "The old words",
  fills: [solid("#000000")],
  ...box(10, 10),
};
const card = {
  id: "1:2",
  type: "FRAME",
  name: "Card",
  fills: [solid("#ffffff")],
  ...box(0, 0, 300, 200),
  children: [title, { id: "1:4", type: "RECTANGLE", name: "Line", ...box(10, 40) }] as SmallNode[],
} as const;
const aside = { id: "1:5", type: "FRAME", name: "Aside", ...box(400, 0), children: [] as SmallNode[] } as const;

/** What happened, a line each: the node's name, the kind and the detail. */
function changes(from: FigmaDocument, to: FigmaDocument): string[] {
  return findChanges(from, to).changes.flatMap(({ path, facets }) =>
    facets.map(({ kind, detail }) => `${path.split(" / ").at(-1)} ${kind}: ${detail}`),
  );
}

function design(...nodes: readonly object[]): FigmaDocument {
  return smallDesign(nodes as SmallNode[]);
}

const before = design(card, aside);

describe("between two versions", () => {
  test("nothing differs where nothing was changed", () => {
    expect(changes(before, structuredClone(before))).toEqual([]);
  });

  test("a text is told word by word", () => {
    const after = design({ ...card, children: [{ ...title, characters: "The new words" }, card.children[1]] }, aside);
    expect(changes(before, after)).toEqual(["Title text: The [-old-]{+new+} words"]);
  });

  test("a layer that changes its parent was moved, not removed and added", () => {
    const after = design({ ...card, children: [card.children[1]] }, { ...aside, children: [title] });
    expect(changes(before, after)).toEqual(["Title moved: out of Page / Card"]);
  });

  test("a subtree that was cut and pasted, and so has other ids, was moved", () => {
    const pasted = {
      ...card,
      id: "9:1",
      children: card.children.map((child, at) => ({ ...child, id: `9:${at + 2}` })),
    };
    const after = design({ ...aside, children: [pasted] });
    expect(changes(before, after)).toEqual(["Card moved: out of Page"]);
  });

  test("what moves with its parent did not move, and its parent did", () => {
    const shifted = {
      ...card,
      ...box(50, 30, 300, 200),
      children: [
        { ...title, ...box(60, 40) },
        { ...card.children[1], ...box(60, 70) },
      ],
    };
    expect(changes(before, design(shifted, aside))).toEqual(["Card moved: from 0,0 to 50,30"]);
  });

  test("in auto layout a sibling's place follows, and is no change", () => {
    const stack = { ...card, layoutMode: "VERTICAL" };
    const after = { ...stack, children: [title, { ...card.children[1], ...box(10, 90) }] };
    expect(changes(design(stack), design(after))).toEqual([]);
  });

  test("of reordered siblings only those that left their order are told", () => {
    const four = ["a", "b", "c", "d"].map((name, at) => ({ id: `2:${at}`, type: "RECTANGLE", name, ...box(0, 0) }));
    const [a, b, c, d] = four;
    const after = design({ ...aside, children: [d, a, b, c] });
    expect(changes(design({ ...aside, children: four }), after)).toEqual([
      "d moved: from place 4 to 1 of its siblings",
    ]);
  });

  test("names, paints, sizes and visibility are told apart", () => {
    const after = design(
      {
        ...card,
        name: "Panel",
        fills: [solid("#ff000080")],
        opacity: 0.5,
        visible: false,
        ...box(0, 0, 320, 200),
        paddingLeft: 8,
      },
      aside,
    );
    expect(changes(before, after)).toEqual([
      "Panel laid out: width 300 → 320",
      'Panel renamed: "Card" → "Panel"',
      "Panel restyled: fills #ffffff → rgb(255 0 0 / 50.2%)",
      "Panel restyled: opacity none → 0.5",
      "Panel visibility: visible none → false",
      "Panel laid out: paddingLeft none → 8",
    ]);
  });

  test("a binding to another variable is told by the names, and no paint was changed by it", () => {
    const variables = smallVariables([
      {
        name: "T",
        modes: ["A"],
        variables: {
          one: { type: "COLOR", values: [rgb("#000000")] },
          two: { type: "COLOR", values: [rgb("#000000")] },
        },
      },
    ]);
    const bound = (id: string) =>
      smallDesign([{ ...title, fills: [solid("#000000", { boundVariables: { color: alias(id) } })] }], { variables });
    expect(changes(bound("T/one"), bound("T/two"))).toEqual([
      "Title retokenised: fills.0.color variable one → variable two",
    ]);
  });

  test("a binding is the same where one of the files tells no names of variables, and another by its id", () => {
    const variables = smallVariables([
      { name: "T", modes: ["A"], variables: { one: { type: "COLOR", values: [rgb("#000000")] } } },
    ]);
    const fills = (id: string) => [{ ...title, fills: [solid("#000000", { boundVariables: { color: alias(id) } })] }];
    const named = smallDesign(fills("T/one"), { variables });
    expect(changes(smallDesign(fills("T/one")), named)).toEqual([]);
    expect(changes(smallDesign(fills("T/two")), named)).toEqual([
      "Title retokenised: fills.0.color variable T/two → variable one",
    ]);
  });

  test("a mode is the same where one of the files tells no names of variables, and another by its id", () => {
    const variables = smallVariables([{ name: "Theme", modes: ["Light", "Dark"], variables: {} }]);
    const [collection = ""] = Object.keys(variables.variableCollections);
    const [light = "", dark = ""] = variables.variableCollections[collection]?.modes.map(({ modeId }) => modeId) ?? [];
    const within = (mode: string) => [{ ...title, explicitVariableModes: { [collection]: mode } }];
    const named = smallDesign(within(light), { variables });
    expect(changes(smallDesign(within(light)), named)).toEqual([]);
    expect(changes(named, smallDesign(within(light)))).toEqual([]);
    expect(changes(named, smallDesign(within(dark)))).toEqual([`Title retokenised: mode of Theme Light → ${dark}`]);
  });

  test("a variable's value is told by mode", () => {
    const themed = (dark: string) =>
      smallDesign([], {
        variables: smallVariables([
          {
            name: "Theme",
            modes: ["Light", "Dark"],
            variables: { bg: { type: "COLOR", values: [rgb("#ffffff"), rgb(dark)] } },
          },
        ]),
      });
    expect(changes(themed("#000000"), themed("#111111"))).toEqual(["bg restyled: Dark #000000 → #111111"]);
  });

  test("added and removed subtrees are told once, with how many nodes they have", () => {
    expect(changes(before, design(aside))).toEqual(["Card removed: 3 nodes"]);
    expect(changes(design(aside), before)).toEqual(["Card added: 3 nodes"]);
  });

  test("a file made anew, with other ids throughout, is compared by names", () => {
    const anew = structuredClone(design({ ...card, fills: [solid("#eeeeee")] }, aside));
    let next = 0;
    for (const node of walk(rootOf(anew))) (node as { id: string }).id = `77:${next++}`;
    expect(changes(before, anew)).toEqual(["Card restyled: fills #ffffff → #eeeeee"]);
  });

  test("a field that is not known yet is told too", () => {
    expect(changes(before, design({ ...card, hologram: "on" }, aside))).toEqual(["Card other: hologram none → on"]);
  });
});

const template = realDesign("template");

describe.skipIf(template === undefined)("in a real design (needs ../shared)", () => {
  test("each of its fields that is changed in one node is told of that node alone", () => {
    if (template === undefined) return;
    const nodes = [...walk(rootOf(template))].filter(({ type }) => type === "RECTANGLE").slice(0, 5);
    for (const { id } of nodes) {
      const after = structuredClone(template);
      for (const node of walk(rootOf(after))) if (node.id === id) Object.assign(node as DesignNode, { opacity: 0.123 });
      const { changes: found } = findChanges(template, after);
      expect(found.map((change) => change.id)).toEqual([id]);
      expect(found[0]?.facets).toMatchObject([{ kind: "restyled" }]);
    }
  });

  test("nothing is told of the same design", () => {
    if (template === undefined) return;
    expect(findChanges(template, structuredClone(template))).toEqual({ changes: [], nodes: 2410 });
  });
});
