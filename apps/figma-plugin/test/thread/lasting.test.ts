import type { Change } from "@drawbridge/figma/bridge";
import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

const many = (count: number) => [
  { op: "create", type: "FRAME", ref: "$list", props: { name: "List", layout: { mode: "VERTICAL", gap: 2 } } },
  ...Array.from({ length: count - 1 }, (_, i) => ({
    op: "create",
    type: "RECTANGLE",
    parent: "$list",
    props: { name: `Row ${i}`, height: 4, fills: ["#336699"] },
  })),
];

describe("a long plan", () => {
  it("of 2,000 operations gives way, tells how far it is, and is one step for undo", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const { changes, ids } = await stand.applied(many(2_000));
    expect(changes).toHaveLength(2_000);
    const progress = stand.messages.flatMap((message) =>
      message.type === "reply" && message.reply.type === "progress" ? [message.reply.done] : [],
    );
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(stand.file.history.length).toBe(1);
    const list = await stand.person.getNodeByIdAsync(ids.$list ?? "");
    expect(list).toMatchObject({ height: 1_999 * 4 + 1_998 * 2 });
    await stand.ask({ type: "undo" });
    expect(stand.person.currentPage.children).toHaveLength(0);
  });

  it("is rolled back by the next run when the plugin is closed in the middle of it", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const before = stand.person.createFrame();
    before.name = "Before";
    stand.file.commitUndo();
    void stand.apply([{ op: "set", node: before.id, props: { name: "After" } }, ...many(1_999)]);
    while (!stand.messages.some((message) => message.type === "reply" && message.reply.type === "progress")) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    stand.plugin.close();
    expect(before.name).toBe("After");
    expect(stand.person.currentPage.children).toHaveLength(2);
    stand.reopen();
    stand.post({ type: "opened" });
    const { rolledBack } = await stand.heard("ready");
    expect(rolledBack).toContain("rolled back");
    expect(before.name).toBe("Before");
    expect(stand.person.currentPage.children.map(({ name }) => name)).toEqual(["Before"]);
    expect(stand.person.root.getPluginDataKeys()).toEqual([]);
  });

  it("is left to the window that applies it, where another one is opened meanwhile", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const reply = stand.apply(many(2_000));
    while (stand.person.root.getPluginDataKeys().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const other = new PluginStand({}, stand.file);
    other.post({ type: "opened" });
    expect((await other.heard("ready")).rolledBack).toBeUndefined();
    expect(await reply).toMatchObject({ type: "result" });
    expect(stand.person.currentPage.children[0]).toMatchObject({ children: { length: 1_999 } });
    expect(stand.person.root.getPluginDataKeys()).toEqual([]);
  });

  it("leaves nothing where its way back was taken out of the document meanwhile", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const reply = stand.apply(many(2_000));
    const { root } = stand.person;
    while (root.getPluginDataKeys().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    for (const key of root.getPluginDataKeys()) root.setPluginData(key, "");
    expect(await reply).toMatchObject({ type: "failed", failure: { code: "conflict", rolledBack: true } });
    expect(stand.person.currentPage.children).toHaveLength(0);
    expect(root.getPluginDataKeys()).toEqual([]);
  });

  it("takes back a text that is longer than Figma keeps under one name", async () => {
    const stand = new PluginStand();
    const text = stand.person.createText();
    const characters = "Zeile für Zeile 🪁 ".repeat(6_000);
    text.characters = characters;
    stand.file.commitUndo();
    const shorten = { op: "set", node: text.id, props: { text: { characters: "Short", style: "Bold" } } };
    await stand.applied([shorten]);
    expect(text.characters).toBe("Short");
    const failing = await stand.apply([
      { ...shorten, props: { text: { characters: "Shorter" } } },
      { op: "create", type: "VECTOR", path: "M 0 0 H 10" },
    ]);
    expect(failing).toMatchObject({ type: "failed", failure: { rolledBack: true } });
    expect(text.characters).toBe("Short");
    await stand.ask({ type: "undo" });
    expect(text.characters === characters).toBe(true);
  });

  it("is rolled back when it is cancelled", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const reply = stand.apply(many(2_000), {}, "long-plan");
    while (!stand.messages.some((message) => message.type === "reply" && message.reply.type === "progress")) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    stand.post({ type: "request", request: { type: "cancel", key: "long-plan" } });
    expect(await reply).toMatchObject({ type: "failed", failure: { code: "cancelled", rolledBack: true } });
    expect(stand.person.currentPage.children).toHaveLength(0);
  });
});

describe("a plan that comes twice", () => {
  const one = [{ op: "create", type: "RECTANGLE", ref: "$r" }];

  it("is done once and answered twice", async () => {
    const stand = new PluginStand();
    const [first, second] = await Promise.all([stand.apply(one, {}, "same-key-1"), stand.apply(one, {}, "same-key-1")]);
    expect(first.type).toBe("result");
    expect(second).toEqual(first);
    expect(stand.person.currentPage.children).toHaveLength(1);
  });

  it("is not done again by a plugin that was closed in between", async () => {
    const stand = new PluginStand();
    const first = await stand.apply(one, {}, "same-key-2");
    stand.plugin.close();
    stand.reopen();
    expect(await stand.apply(one, {}, "same-key-2")).toEqual(first);
    expect(stand.person.currentPage.children).toHaveLength(1);
  });
});

describe("what a plan did", () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

  async function withWork() {
    const stand = new PluginStand();
    const own = stand.person.createRectangle();
    stand.file.commitUndo();
    const { ids } = await stand.applied([
      { op: "create", type: "FRAME", ref: "$f" },
      { op: "set", node: own.id, props: { name: "Renamed" } },
    ]);
    await pause();
    return { stand, own, id: ids.$f ?? "" };
  }

  it("can be taken back after a person went on working elsewhere, and their work stays", async () => {
    const { stand, own } = await withWork();
    stand.person.createEllipse().x = 77;
    stand.file.commitUndo();
    await pause();
    const undone = await stand.ask({ type: "undo" });
    expect(undone).toMatchObject({ type: "result", value: { left: 0 } });
    const left = stand.person.currentPage.children.map(({ name, x }) => ({ name, x }));
    expect(left).toEqual([
      { name: "Rectangle", x: 0 },
      { name: "Ellipse", x: 77 },
    ]);
    expect(own.name).toBe("Rectangle");
  });

  it("is taken back, and not what a person did since to variables, styles and pages", async () => {
    const stand = new PluginStand();
    const { person } = stand;
    const theme = person.variables.createVariableCollection("Theme");
    const gap = person.variables.createVariable("gap", theme, "FLOAT");
    const accent = person.createPaintStyle();
    const page = person.createPage();
    stand.file.commitUndo();
    const ways: [() => void, () => unknown, unknown][] = [
      [() => gap.setValueForMode(theme.defaultModeId, 42), () => gap.valuesByMode[theme.defaultModeId], 42],
      [() => Object.assign(accent, { name: "Accent" }), () => accent.name, "Accent"],
      [() => Object.assign(page, { name: "Archive" }), () => page.name, "Archive"],
    ];
    for (const [change, now, then] of ways) {
      await stand.applied([{ op: "create", type: "FRAME" }]);
      await pause();
      change();
      stand.file.commitUndo();
      await stand.ask({ type: "undo" });
      expect(stand.person.currentPage.children).toHaveLength(0);
      expect(now()).toBe(then);
    }
  });

  it("on another page is taken back, and not what a person did on theirs just after", async () => {
    const stand = new PluginStand();
    const own = stand.person.createRectangle();
    const page = stand.person.createPage();
    stand.file.commitUndo();
    await stand.applied([{ op: "create", type: "FRAME" }], { page: page.id });
    own.name = "Mine";
    stand.file.commitUndo();
    await pause();
    await stand.ask({ type: "undo" });
    expect(page.children).toHaveLength(0);
    expect(own.name).toBe("Mine");
  });

  it("stays where a later plan rests on it, until that is taken back", async () => {
    const { stand, own } = await withWork();
    await stand.apply([{ op: "set", node: own.id, props: { x: 5 } }], {}, "edit-five");
    await stand.apply([{ op: "set", node: own.id, props: { x: 6 } }], {}, "edit-six");
    const undo = (edit: string) => stand.ask({ type: "undo", edit });
    const refused = await undo("edit-five");
    expect(refused).toMatchObject({ type: "failed", failure: { code: "conflict" } });
    expect(JSON.stringify(refused)).toContain("figma_undo with edit edit-six");
    expect(own.x).toBe(6);
    await undo("edit-six");
    await undo("edit-five");
    expect(own.x).toBe(0);
  });

  it("is taken back with all that came after it, as one step, whatever a person did to what they made", async () => {
    const { stand, own } = await withWork();
    const made = [{ op: "create", type: "FRAME", ref: "$card", props: { name: "Card" } }];
    const { ids } = await stand.applied(made, {}, "edit-making");
    const card = ids.$card ?? "";
    await stand.applied([{ op: "set", node: card, props: { name: "Card again" } }], {}, "edit-naming");
    const layer = stand.person.currentPage.children.find(({ id }) => id === card);
    if (layer !== undefined) layer.x = 400;
    stand.file.commitUndo();
    await pause();
    const steps = stand.file.history.length;
    const undone = await stand.ask({ type: "undo", edit: "edit-making", andLater: true });
    expect(undone).toMatchObject({
      type: "result",
      value: { edit: "edit-making", later: 1, left: 1, changes: [{ kind: "removed", node: card }] },
    });
    expect(stand.file.history.length).toBe(steps + 1);
    expect(stand.person.currentPage.children.map(({ id }) => id)).not.toContain(card);
    expect(own.name).toBe("Renamed");
  });

  it("stays with all that came after it where a person has put something into what they made", async () => {
    const { stand } = await withWork();
    const { ids } = await stand.applied([{ op: "create", type: "FRAME", ref: "$card" }], {}, "edit-making");
    await stand.applied([{ op: "set", node: ids.$card ?? "", props: { name: "Named" } }], {}, "edit-naming");
    const card = stand.person.currentPage.children.find(({ id }) => id === ids.$card);
    const words = stand.person.createText();
    if (card?.type === "FRAME") card.appendChild(words);
    stand.file.commitUndo();
    await pause();
    expect(await stand.ask({ type: "undo", edit: "edit-making", andLater: true })).toMatchObject({
      type: "failed",
      failure: { code: "conflict", message: expect.stringContaining("A person has worked on") },
    });
    expect(words.removed).toBe(false);
  });

  it("is taken back after another plan has failed", async () => {
    const { stand, own } = await withWork();
    const failing = [
      { op: "set", node: own.id, props: { x: 50 } },
      { op: "create", type: "VECTOR", path: "M 0 0 H 10" },
    ];
    expect(await stand.apply(failing)).toMatchObject({ type: "failed" });
    await stand.ask({ type: "undo" });
    expect(own).toMatchObject({ name: "Rectangle", x: 0 });
    expect(stand.person.currentPage.children).toHaveLength(1);
  });

  it("is taken back before what a person did between it and the plan after it", async () => {
    const { stand } = await withWork();
    stand.person.createEllipse();
    stand.file.commitUndo();
    await pause();
    await stand.applied([{ op: "create", type: "TEXT" }]);
    const types = () => stand.person.currentPage.children.map(({ type }) => type);
    expect(types()).toEqual(["RECTANGLE", "FRAME", "ELLIPSE", "TEXT"]);
    await stand.ask({ type: "undo" });
    expect(types()).toEqual(["RECTANGLE", "FRAME", "ELLIPSE"]);
    await pause();
    await stand.ask({ type: "undo" });
    expect(types()).toEqual(["RECTANGLE", "ELLIPSE"]);
  });

  it("stays where a person has worked on the same layer since", async () => {
    const { stand, own } = await withWork();
    own.x = 77;
    await pause();
    expect(await stand.ask({ type: "undo" })).toMatchObject({ type: "failed", failure: { code: "conflict" } });
    expect(own).toMatchObject({ name: "Renamed", x: 77 });
  });
});

/** A change without the ids that only a try or the file has. */
function told({ kind, nodeType, name, properties }: Change) {
  return { kind, nodeType, name, properties: Object.keys(properties ?? {}) };
}

describe("a dry run", () => {
  it("tells what would change and leaves the file as it is", async () => {
    const stand = new PluginStand();
    const { ids } = await stand.applied(many(3));
    const before = stand.file.history.length;
    const { changes } = await stand.applied(
      [{ op: "set", node: ids.$list, props: { layout: { gap: 20 }, name: "Spaced" } }],
      {
        dryRun: true,
      },
    );
    expect(changes).toEqual([
      {
        node: ids.$list,
        name: "List",
        nodeType: "FRAME",
        kind: "changed",
        properties: { name: { before: "List", after: "Spaced" }, itemSpacing: { before: 2, after: 20 } },
      },
    ]);
    expect(stand.person.currentPage.children[0]?.name).toBe("List");
    expect(stand.file.history.length).toBe(before);
  });

  it("names what it would make by its reference, since other layers may have the ids that its copy gives", async () => {
    const stand = new PluginStand();
    const { ids, changes } = await stand.applied(
      [
        { op: "create", type: "FRAME", ref: "$f" },
        { op: "create", type: "TEXT" },
      ],
      {
        dryRun: true,
      },
    );
    expect(ids).toEqual({});
    expect(changes.map(({ node, nodeType }) => [node, nodeType])).toEqual([
      ["$f", "FRAME"],
      ["new", "TEXT"],
    ]);
  });

  it("knows the components of instances that lie elsewhere, or come from a library", async () => {
    const stand = new PluginStand();
    const { ids } = await stand.applied([
      { op: "create", type: "COMPONENT", ref: "$star", props: { name: "Star" } },
      { op: "create", type: "COMPONENT", ref: "$moon", props: { name: "Moon" } },
      { op: "create", type: "COMPONENT", ref: "$button", props: { name: "Button" } },
      { op: "create", type: "TEXT", ref: "$label", parent: "$button", props: { text: { characters: "Go" } } },
      { op: "create", type: "INSTANCE", ref: "$icon", parent: "$button", component: "$star" },
      {
        op: "component_property",
        component: "$button",
        name: "Label",
        type: "TEXT",
        default: "Go",
        layers: ["$label"],
      },
      {
        op: "component_property",
        component: "$button",
        name: "Icon",
        type: "INSTANCE_SWAP",
        default: "$star",
        layers: ["$icon"],
      },
      { op: "create", type: "INSTANCE", ref: "$one", component: "$button" },
    ]);
    const key = "0123456789abcdef".repeat(3).slice(0, 40);
    const button = stand.file.nodes.get(ids.$button ?? "");
    if (button) stand.file.libraries.set(key, button);
    for (const plan of [
      [{ op: "properties", node: ids.$one, properties: { Label: "Stop", Icon: ids.$moon } }],
      [{ op: "swap", node: ids.$one, component: ids.$star }],
      [{ op: "create", type: "INSTANCE", component: key, properties: { Label: "Stop" } }],
    ]) {
      const would = await stand.applied(plan, { dryRun: true });
      const did = await stand.applied(plan);
      expect(would.changes.map(told)).toEqual(did.changes.map(told));
      expect(did.changes).toHaveLength(1);
    }
  });

  it("breaks the rules that the plan itself would break", async () => {
    const stand = new PluginStand();
    const { ids } = await stand.applied([
      { op: "create", type: "FRAME", ref: "$f" },
      { op: "create", type: "TEXT", parent: "$f", ref: "$t" },
    ]);
    const reply = await stand.apply([{ op: "set", node: ids.$t, props: { placement: { vertical: "FILL" } } }], {
      dryRun: true,
    });
    expect(reply).toMatchObject({ type: "failed", failure: { rule: "FILL only inside auto layout", operation: 0 } });
  });
});

describe("changes of the file", () => {
  it("are told with who made them", async () => {
    const stand = new PluginStand();
    await stand.applied([{ op: "create", type: "FRAME", ref: "$f" }]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [node] = stand.person.currentPage.children;
    if (node) node.x = 5;
    await new Promise((resolve) => setTimeout(resolve, 200));
    const told = stand.messages.flatMap((message) =>
      message.type === "reply" && message.reply.type === "changed" ? [message.reply] : [],
    );
    expect(told.map(({ origin }) => origin)).toEqual(["plan", "person"]);
    expect(told[1]?.nodes).toEqual([{ id: node?.id, kind: "changed", within: ["0:1"] }]);
  });
});
