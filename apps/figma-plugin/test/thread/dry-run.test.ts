import type { Change } from "@drawbridge/figma/bridge";
import { describe, expect, it } from "vitest";
import { longList } from "./long-list.ts";
import { PluginStand } from "./plugin-stand.ts";

/** A change without the ids that only a try or the file has. */
function told({ kind, nodeType, name, properties }: Change) {
  return { kind, nodeType, name, properties: Object.keys(properties ?? {}) };
}

describe("a dry run", () => {
  it("tells what would change and leaves the file as it is", async () => {
    const stand = new PluginStand();
    const { ids } = await stand.applied(longList(3));
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
