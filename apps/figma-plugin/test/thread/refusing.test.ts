import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

const frame = { op: "create", type: "FRAME", ref: "$frame", props: { name: "Frame" } };

async function failure(stand: PluginStand, operations: Record<string, unknown>[], more = {}) {
  const reply = await stand.apply(operations, more);
  if (reply.type !== "failed") throw new Error(`It was applied: ${JSON.stringify(reply)}`);
  return reply.failure;
}

describe("a plan that cannot be applied", () => {
  it("is refused before anything is done, where a rule tells it beforehand", async () => {
    const stand = new PluginStand();
    const filling = { op: "create", type: "TEXT", parent: "$frame", props: { placement: { horizontal: "FILL" } } };
    const refused = await failure(stand, [frame, filling]);
    expect(refused).toMatchObject({ code: "invalid", operation: 1, rule: "FILL only inside auto layout" });
    expect(refused.mend).toContain("layout");
    expect(refused.rolledBack).toBeUndefined();
    expect(stand.file.history.open).toBe(false);
  });

  it("is taken back whole where Figma refuses an operation, and says which", async () => {
    const stand = new PluginStand();
    const wide = { op: "set", node: "$frame", props: { strokeWeight: [1, 2, 3, 4], bind: { itemSpacing: "nothing" } } };
    expect(await failure(stand, [frame, wide])).toMatchObject({ code: "not_found", operation: 1, rolledBack: true });
    expect(stand.person.currentPage.children).toHaveLength(0);
    expect(stand.person.root.getPluginDataKeys()).toEqual([]);
  });

  it("names the operation that this plugin does not know", async () => {
    const stand = new PluginStand();
    expect(await failure(stand, [frame, { op: "teleport", node: "1:2" }])).toMatchObject({
      code: "unknown",
      operation: 1,
    });
  });

  it("is refused where a person locked the layer, unless it is unlocked first", async () => {
    const stand = new PluginStand();
    const rectangle = stand.person.createRectangle();
    rectangle.locked = true;
    const move = { op: "set", node: rectangle.id, props: { x: 40 } };
    expect(await failure(stand, [move])).toMatchObject({ code: "read_only", operation: 0 });
    await stand.applied([{ op: "set", node: rectangle.id, props: { locked: false } }, move]);
    expect(rectangle.x).toBe(40);
  });

  it("says that a font is missing, and takes another where the plan allows it", async () => {
    const stand = new PluginStand();
    const text = {
      op: "create",
      type: "TEXT",
      ref: "$text",
      props: { text: { characters: "Hi", family: "Comic Neue" } },
    };
    expect(await failure(stand, [text])).toMatchObject({ code: "font_missing", operation: 0, rolledBack: true });
    const { fallbacks } = await stand.applied([text], { allowFontFallback: true });
    expect(fallbacks).toEqual([{ wanted: "Comic Neue Regular", used: "Inter Regular" }]);
  });

  it("is refused where a person changed the subtree since it was read", async () => {
    const stand = new PluginStand();
    const { ids, hashes } = await stand.applied([frame]);
    const id = ids.$frame ?? "";
    const ifMatch = [{ node: id, hash: hashes[id] ?? "" }];
    const rename = [{ op: "set", node: id, props: { name: "Mine" } }];
    const read = await stand.ask({ type: "read", nodes: [id] });
    expect(read).toMatchObject({ type: "result", value: { hashes } });
    const person = stand.person;
    const [node] = person.currentPage.children;
    if (node) node.x = 300;
    expect(await failure(stand, rename, { ifMatch })).toMatchObject({ code: "conflict", changed: [{ node: id }] });
    const again = await stand.ask({ type: "read", nodes: [id] });
    const now = (again as { value: { hashes: Record<string, string> } }).value.hashes[id] ?? "";
    await stand.applied(rename, { ifMatch: [{ node: id, hash: now }] });
    expect(node?.name).toBe("Mine");
  });

  it("leaves no layer behind that was made before Figma refused what it was to be", async () => {
    const stand = new PluginStand();
    const curve = { op: "create", type: "VECTOR", path: "M 0 0 H 10" };
    expect(await failure(stand, [frame, curve])).toMatchObject({ operation: 1, rolledBack: true });
    expect(stand.person.currentPage.children).toHaveLength(0);
  });

  it("changes nothing inside an instance's structure", async () => {
    const stand = new PluginStand();
    const { ids } = await stand.applied([
      { op: "create", type: "COMPONENT", ref: "$component", props: { name: "Button" } },
      { op: "create", type: "INSTANCE", component: "$component", ref: "$instance" },
    ]);
    const inside = { op: "create", type: "RECTANGLE", parent: ids.$instance };
    expect(await failure(stand, [inside])).toMatchObject({
      code: "invalid",
      rule: "an instance's layers are its component's",
    });
  });
});

describe("a plan that removes", () => {
  async function withRectangle() {
    const stand = new PluginStand();
    const { ids } = await stand.applied([{ op: "create", type: "RECTANGLE", ref: "$r", props: { name: "Old" } }]);
    return { stand, id: ids.$r ?? "" };
  }

  it("asks the person, and leaves the layer where they say no", async () => {
    const { stand, id } = await withRectangle();
    const reply = stand.apply([{ op: "remove", nodes: [id] }], {}, "removing-one");
    const { ask, removals } = await stand.heard("ask");
    expect(removals).toEqual([{ id, name: "Old", type: "RECTANGLE", inside: 0 }]);
    stand.post({ type: "answer", ask, allowed: false });
    expect(await reply).toMatchObject({ type: "failed", failure: { code: "refused" } });
    expect(stand.person.currentPage.children).toHaveLength(1);
  });

  it("asks nobody once the person turned that off, and comes back with one undo", async () => {
    const { stand, id } = await withRectangle();
    stand.post({ type: "settings", settings: { askBeforeRemoving: false } });
    const { changes } = await stand.applied([{ op: "remove", nodes: [id] }]);
    expect(changes).toMatchObject([{ node: id, kind: "removed", name: "Old" }]);
    expect(stand.person.currentPage.children).toHaveLength(0);
    await stand.ask({ type: "undo" });
    expect(stand.person.currentPage.children.map((node) => node.id)).toEqual([id]);
  });

  it("stops waiting for the person when it is cancelled", async () => {
    const { stand, id } = await withRectangle();
    const reply = stand.apply([{ op: "remove", nodes: [id] }], {}, "removing-two");
    await stand.heard("ask");
    stand.post({ type: "request", request: { type: "cancel", key: "removing-two" } });
    expect(await reply).toMatchObject({ type: "failed", failure: { code: "cancelled" } });
    expect(stand.messages).toContainEqual({ type: "unask", ask: "removing-two" });
  });

  it("asks also where what was there before goes with something that the plan itself has made", async () => {
    const { stand, id } = await withRectangle();
    const box = { op: "create", type: "FRAME", ref: "$box" };
    const around = { op: "group", nodes: ["$box"], ref: "$around" };
    for (const plan of [
      [
        { op: "group", nodes: [id], ref: "$group" },
        { op: "remove", nodes: ["$group"] },
      ],
      [box, around, { op: "move", node: id, parent: "$box" }, { op: "flatten", nodes: ["$around"] }],
    ]) {
      stand.messages.length = 0;
      const reply = stand.apply(plan);
      const { ask, removals } = await stand.heard("ask");
      expect(removals).toMatchObject([{ id, name: "Old" }]);
      stand.post({ type: "answer", ask, allowed: false });
      expect(await reply).toMatchObject({ type: "failed", failure: { code: "refused" } });
    }
    const out = [box, { op: "move", node: id, parent: "$box" }, { op: "move", node: id, parent: "0:1" }];
    await stand.applied([...out, { op: "remove", nodes: ["$box"] }]);
    expect(stand.person.currentPage.children.map((node) => node.id)).toEqual([id]);
  });
});

describe("what goes at the very end of a plan", () => {
  async function withDefinitions() {
    const stand = new PluginStand();
    stand.post({ type: "settings", settings: { askBeforeRemoving: false } });
    const { ids } = await stand.applied([
      { op: "create", type: "RECTANGLE", ref: "$r" },
      { op: "create", type: "COMPONENT", ref: "$button" },
      { op: "component_property", component: "$button", name: "Shown", type: "BOOLEAN" },
      { op: "collection", name: "Theme", ref: "$theme" },
      { op: "variable", collection: "$theme", name: "gap", type: "FLOAT", ref: "$gap" },
    ]);
    const drop = { op: "component_property", component: ids.$button, name: "Shown", delete: true };
    return { stand, ids, drop, remove: { op: "remove", nodes: [ids.$r] } };
  }

  it("is named no more afterwards, so that nothing can fail once something is gone for good", async () => {
    const { stand, ids, drop, remove } = await withDefinitions();
    const gone = { op: "remove", nodes: [ids.$theme] };
    for (const after of [
      [drop, { ...drop, delete: undefined, rename: "Visible" }],
      [drop, drop],
      [gone, { op: "variable", variable: ids.$gap, description: "Between rows" }],
    ]) {
      const plan = JSON.parse(JSON.stringify([remove, ...after]));
      expect(await failure(stand, plan)).toMatchObject({
        operation: 2,
        rule: "what was removed is named no more",
        rolledBack: true,
      });
      expect(stand.person.currentPage.children.map(({ type }) => type)).toEqual(["RECTANGLE", "COMPONENT"]);
    }
  });

  it("may be named twice for removal, and lie in something else that goes", async () => {
    const { stand, ids, drop } = await withDefinitions();
    const nodes = [ids.$r, ids.$button, ids.$theme, ids.$gap, ids.$theme];
    await stand.applied([drop, { op: "remove", nodes }]);
    expect(stand.person.currentPage.children).toHaveLength(0);
    expect(await stand.person.variables.getLocalVariablesAsync()).toEqual([]);
  });
});
