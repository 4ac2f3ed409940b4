import type { InstanceNode, TextNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { describe, expect, it } from "vitest";
import { openFile, openSession, type RestNode } from "./index.ts";

const inter = { family: "Inter", style: "Regular" };

function plugin(options?: Parameters<typeof openFile>[0]) {
  const file = openFile(options);
  return { file, figma: openSession(file, "plugin").api };
}

/** Two pages, of which a plugin has loaded the first. */
const twoPages: RestNode = {
  id: "0:0",
  name: "Document",
  type: "DOCUMENT",
  children: [
    { id: "0:1", name: "One", type: "CANVAS", children: [] },
    { id: "0:2", name: "Two", type: "CANVAS", children: [{ id: "5:1", name: "Far", type: "FRAME", children: [] }] },
  ],
};

describe("the simulated plugin API holds a plugin to Figma's rules", () => {
  it("fonts are loaded before text is set, and a font that is not there cannot be", async () => {
    const { figma } = plugin();
    const text = figma.createText();
    expect(() => {
      text.characters = "Hi";
    }).toThrow('in set_characters: Cannot write to node with unloaded font "Inter Regular"');
    await figma.loadFontAsync(inter);
    text.characters = "Hi";
    expect(() => {
      text.fontName = { family: "Inter", style: "Bold" };
    }).toThrow("unloaded font");
    await expect(figma.loadFontAsync({ family: "Nowhere", style: "Regular" })).rejects.toThrow("could not be loaded");
  });

  it("letters that differ are figma.mixed", async () => {
    const { figma } = plugin();
    await figma.loadFontAsync(inter);
    const text = figma.createText();
    text.characters = "Hello";
    text.setRangeFontSize(0, 2, 30);
    expect(text.fontSize).toBe(figma.mixed);
    expect(text.getStyledTextSegments(["fontSize"]).map(({ characters, fontSize }) => [characters, fontSize])).toEqual([
      ["He", 30],
      ["llo", 12],
    ]);
    expect(() => text.setRangeFontSize(3, 9, 10)).toThrow("Range outside of available characters");
  });

  it("FILL is for children of auto layout, and lays them out", () => {
    const { figma } = plugin();
    const frame = figma.createFrame();
    const rectangle = figma.createRectangle();
    frame.appendChild(rectangle);
    expect(() => {
      rectangle.layoutSizingHorizontal = "FILL";
    }).toThrow("FILL can only be set on children of auto-layout frames");
    frame.layoutMode = "VERTICAL";
    frame.resize(300, 200);
    frame.paddingLeft = 20;
    rectangle.layoutSizingHorizontal = "FILL";
    rectangle.layoutSizingVertical = "FILL";
    expect(rectangle).toMatchObject({ x: 20, y: 0, width: 280, height: 200 });
    frame.resize(200, 100);
    expect(rectangle).toMatchObject({ width: 180, height: 100 });
  });

  it("nothing is added to instances, which follow their component", async () => {
    const { figma } = plugin();
    await figma.loadFontAsync(inter);
    const component = figma.createComponent();
    const label = figma.createText();
    label.characters = "Label";
    component.appendChild(label);
    const instance = component.createInstance();
    expect(() => instance.appendChild(figma.createRectangle())).toThrow("New parent is an instance");
    const [inside] = instance.children as [TextNode];
    expect(() => inside.remove()).toThrow("Removing this node is not allowed");
    label.fontSize = 30;
    expect(inside.fontSize).toBe(30);
    inside.characters = "Own";
    label.characters = "Changed";
    expect(inside.characters).toBe("Own");
    component.appendChild(figma.createEllipse());
    expect(figma.currentPage.children.length).toBeGreaterThan(0);
    figma.commitUndo();
    expect(instance.children.map(({ type }) => type)).toEqual(["TEXT", "ELLIPSE"]);
  });

  it("pages have to be loaded, and nodes are asked for asynchronously", async () => {
    const { figma } = plugin({ document: twoPages });
    const [, second] = figma.root.children;
    expect(() => second?.children).toThrow("unloaded page");
    expect(() => figma.getNodeById()).toThrow("documentAccess: dynamic-page");
    await second?.loadAsync();
    expect(second?.children.map(({ id }) => id)).toEqual(["5:1"]);
    expect(() => figma.on("documentchange", () => {})).toThrow("loadAllPagesAsync");
  });

  it("nodes that were removed can be asked for nothing, and read-only properties not be set", () => {
    const { figma } = plugin();
    const rectangle = figma.createRectangle();
    expect(() => Object.assign(rectangle, { width: 5 })).toThrow(TypeError);
    expect(() => Object.assign(rectangle, { colour: "red" })).toThrow(TypeError);
    rectangle.remove();
    expect(rectangle.removed).toBe(true);
    expect(() => rectangle.name).toThrow(`The node with id "${rectangle.id}" does not exist`);
  });

  it("variables have types, scopes and modes", () => {
    const { figma } = plugin();
    const theme = figma.variables.createVariableCollection("Theme");
    const gap = figma.variables.createVariable("gap", theme, "FLOAT");
    gap.scopes = ["CORNER_RADIUS"];
    const frame = figma.createFrame();
    frame.layoutMode = "HORIZONTAL";
    expect(() => frame.setBoundVariable("itemSpacing", gap)).toThrow("has the scopes CORNER_RADIUS");
    expect(() => frame.setBoundVariable("visible", gap)).toThrow("needs BOOLEAN");
    gap.scopes = ["GAP"];
    const wide = theme.addMode("Wide");
    gap.setValueForMode(wide, 40);
    frame.setBoundVariable("itemSpacing", gap);
    expect(frame.itemSpacing).toBe(0);
    frame.setExplicitVariableModeForCollection(theme, wide);
    expect(frame.itemSpacing).toBe(40);
    expect(() => gap.setValueForMode(wide, "red")).toThrow("Mismatched variable resolved type");
    expect(() => figma.variables.createVariable("gap", theme, "FLOAT")).toThrow("Duplicate variable name");
    expect(() => figma.variables.createVariable("a.b", theme, "FLOAT")).toThrow("Invalid variable name");
  });

  it("variants are found by their properties, and overrides outlive a swap", async () => {
    const { figma } = plugin();
    await figma.loadFontAsync(inter);
    const variants = ["State=On", "State=Off"].map((name) => {
      const component = figma.createComponent();
      component.name = name;
      const label = figma.createText();
      label.characters = name;
      label.name = "Label";
      component.appendChild(label);
      return component;
    });
    const set = figma.combineAsVariants(variants, figma.currentPage);
    expect(set.componentPropertyDefinitions).toMatchObject({
      State: { type: "VARIANT", variantOptions: ["On", "Off"] },
    });
    const instance: InstanceNode = set.defaultVariant.createInstance();
    (instance.children[0] as TextNode).characters = "Mine";
    instance.setProperties({ State: "Off" });
    expect((await instance.getMainComponentAsync())?.name).toBe("State=Off");
    expect((instance.children[0] as TextNode).characters).toBe("Mine");
    expect(() => instance.setProperties({ State: "Broken" })).toThrow("Unable to find a variant");
    expect(() => instance.setProperties({ Size: "Large" })).toThrow("Could not find a component property");
  });

  it("each editor has kinds of nodes of its own", () => {
    expect(() => plugin().figma.createSticky()).toThrow("not a supported API in the figma editor");
    const { figma } = plugin({ editor: "figjam" });
    expect(() => figma.createComponent()).toThrow("not a supported API in the figjam editor");
    expect(figma.createSticky().text.characters).toBe("");
  });
});

describe("the simulated undo history", () => {
  it("takes back what is not committed, or else the last step, with the same ids", () => {
    const { file, figma } = plugin();
    const first = figma.createRectangle();
    figma.commitUndo();
    first.remove();
    const second = figma.createEllipse();
    figma.triggerUndo();
    expect(figma.currentPage.children).toEqual([first]);
    expect(second.removed).toBe(true);
    figma.triggerUndo();
    expect(figma.currentPage.children).toHaveLength(0);
    expect(file.history.length).toBe(0);
  });

  it("tells of changes once they are done, all at once", async () => {
    const { figma } = plugin();
    await figma.loadAllPagesAsync();
    const heard: string[][] = [];
    figma.on("documentchange", ((event: { documentChanges: { type: string }[] }) => {
      heard.push(event.documentChanges.map(({ type }) => type));
    }) as never);
    const frame = figma.createFrame();
    frame.name = "Card";
    await new Promise((resolve) => setTimeout(resolve, 5));
    frame.x = 10;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([["CREATE"], ["PROPERTY_CHANGE"]]);
  });
});
