import { rasterize } from "@drawbridge/sandbox/figma-plugin";
import type { FrameNode, InstanceNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

const set = (name: string, values: Record<string, string>, ref: string) => ({
  op: "variable",
  collection: "$theme",
  name,
  type: "COLOR",
  values,
  ref,
});

const knob = (state: "On" | "Off", align: "MAX" | "MIN", fill: string) => [
  {
    op: "create",
    type: "COMPONENT",
    ref: `$${state}`,
    props: {
      name: `State=${state}`,
      x: 900,
      y: state === "On" ? 0 : 60,
      layout: { mode: "HORIZONTAL", padding: 2, align },
      width: 44,
      height: 24,
      corners: 12,
      fills: [{ variable: fill }],
    },
  },
  {
    op: "create",
    type: "ELLIPSE",
    parent: `$${state}`,
    props: { name: "Knob", width: 20, height: 20, fills: ["#ffffff"] },
  },
];

const row = (label: string, state: string) => [
  {
    op: "create",
    type: "FRAME",
    ref: `$row-${label}`,
    parent: "$list",
    props: {
      name: label,
      layout: { mode: "HORIZONTAL", padding: [12, 16, 12, 16], align: "SPACE_BETWEEN", crossAlign: "CENTER" },
      placement: { horizontal: "FILL" },
      fills: [],
    },
  },
  {
    op: "create",
    type: "TEXT",
    parent: `$row-${label}`,
    props: { text: { characters: label, size: 15, fills: [{ variable: "$text" }] } },
  },
  {
    op: "create",
    type: "INSTANCE",
    parent: `$row-${label}`,
    component: "$switch",
    properties: { State: state },
    ref: `$switch-${label}`,
  },
];

/** A settings page with a theme, a switch with two variants, and rows that use both. */
const settingsPage: Record<string, unknown>[] = [
  { op: "collection", name: "Theme", ref: "$theme", modes: ["Light", "Dark"] },
  set("surface", { Light: "#ffffff", Dark: "#1b1b1f" }, "$surface"),
  set("text", { Light: "#1b1b1f", Dark: "#f4f4f6" }, "$text"),
  set("accent", { Light: "#3366ff", Dark: "#7da2ff" }, "$accent"),
  set("muted", { Light: "#c5c8d0", Dark: "#4b4d55" }, "$muted"),
  ...knob("On", "MAX", "$accent"),
  ...knob("Off", "MIN", "$muted"),
  { op: "variants", nodes: ["$On", "$Off"], name: "Switch", ref: "$switch" },
  {
    op: "create",
    type: "FRAME",
    ref: "$page",
    props: {
      name: "Settings",
      layout: { mode: "VERTICAL", gap: 16, padding: 24 },
      width: 390,
      placement: { vertical: "HUG" },
      corners: 24,
      fills: [{ variable: "$surface" }],
      effects: [{ type: "DROP_SHADOW", color: "#00000033", y: 8, radius: 24 }],
    },
  },
  {
    op: "create",
    type: "TEXT",
    parent: "$page",
    props: { text: { characters: "Settings", size: 28, style: "Bold", fills: [{ variable: "$text" }] } },
  },
  {
    op: "create",
    type: "FRAME",
    ref: "$list",
    parent: "$page",
    props: {
      name: "List",
      layout: { mode: "VERTICAL" },
      placement: { horizontal: "FILL" },
      corners: 12,
      strokes: [{ variable: "$muted" }],
      fills: [],
    },
  },
  ...row("Notifications", "On"),
  ...row("Location", "Off"),
  ...row("Sounds", "Off"),
];

describe("a settings page that is built by one plan", () => {
  it("has auto layout, variants and variables, changes its theme, and is undone in one step each", {
    timeout: 60_000,
  }, async () => {
    const stand = new PluginStand({ rasterize });
    const { ids } = await stand.applied(settingsPage);
    const person = stand.person;
    const page = (await person.getNodeByIdAsync(ids.$page ?? "")) as FrameNode;
    expect(page).toMatchObject({ width: 390, height: 24 + 34 + 16 + 3 * 48 + 24 });
    const instance = (await person.getNodeByIdAsync(ids["$switch-Location"] ?? "")) as InstanceNode;
    expect(instance.variantProperties).toEqual({ State: "Off" });
    const before = await page.exportAsync({ format: "SVG_STRING" });
    expect(before).toContain('fill="#ffffff"');

    await stand.applied([{ op: "set", node: ids.$page, props: { modes: { Theme: "Dark" } } }]);
    const after = await page.exportAsync({ format: "SVG_STRING" });
    expect(after).toContain('fill="#1b1b1f"');
    expect(after.replaceAll("#7da2ff", "#3366ff").length).toBe(before.length);

    await stand.ask({ type: "undo" });
    expect(await page.exportAsync({ format: "SVG_STRING" })).toBe(before);
    await stand.ask({ type: "undo" });
    expect(person.currentPage.children).toHaveLength(0);
    expect(await person.variables.getLocalVariablesAsync()).toHaveLength(0);
  });

  it("can be looked at as a picture", { timeout: 60_000 }, async () => {
    const stand = new PluginStand({ rasterize });
    const { ids } = await stand.applied(settingsPage);
    const reply = await stand.ask({ type: "export", node: ids.$page ?? "", format: "png", scale: 2, longest: 400 });
    const { base64 } = (reply as { value: { base64: string } }).value;
    const bytes = Buffer.from(base64, "base64");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20))).toBe(400);
  });
});
