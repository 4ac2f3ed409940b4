import type { Node } from "@figma/rest-api-spec";
import { expect, it } from "vitest";
import { layer, toldTree } from "../../test/told-tree.ts";
import type { Layer } from "../outline/layer.ts";

const box = [0, 0, 10, 10] as const;

/** Every type of the specification, with what it has alone, and how a layer of it is told; a type that comes new fails to compile. */
const types: Readonly<Record<Exclude<Node["type"], "DOCUMENT" | "CANVAS">, readonly [Partial<Layer>, string]>> = {
  FRAME: [{}, 'frame "1:1" 1:1 @0,0 10x10'],
  GROUP: [{}, 'group "1:1" 1:1 @0,0 10x10'],
  SECTION: [{ sectionContentsHidden: true }, 'section "1:1" 1:1 contents-hidden @0,0 10x10'],
  COMPONENT: [{}, 'component "1:1" 1:1 @0,0 10x10'],
  COMPONENT_SET: [{}, 'set "1:1" 1:1 @0,0 10x10'],
  INSTANCE: [{ isExposedInstance: true }, 'instance "1:1" 1:1 @0,0 10x10 exposed'],
  TEXT: [{ characters: "Hi" }, 'text "1:1" 1:1 @0,0 10x10 "Hi"'],
  TEXT_PATH: [{ characters: "Hi" }, 'text-path "1:1" 1:1 @0,0 10x10 "Hi"'],
  RECTANGLE: [{ cornerRadius: 4 }, 'rect "1:1" 1:1 @0,0 10x10 r:4'],
  ELLIPSE: [{}, 'ellipse "1:1" 1:1 @0,0 10x10'],
  LINE: [{}, 'line "1:1" 1:1 @0,0 10x10'],
  VECTOR: [{}, 'vector "1:1" 1:1 @0,0 10x10'],
  STAR: [{}, 'star "1:1" 1:1 @0,0 10x10'],
  REGULAR_POLYGON: [{}, 'polygon "1:1" 1:1 @0,0 10x10'],
  BOOLEAN_OPERATION: [{ booleanOperation: "SUBTRACT" }, 'boolean "1:1" 1:1 subtract @0,0 10x10'],
  TRANSFORM_GROUP: [{}, 'transform-group "1:1" 1:1 @0,0 10x10'],
  SLICE: [{}, 'slice "1:1" 1:1 @0,0 10x10'],
  STICKY: [{ characters: "Do it", authorVisible: true }, 'sticky "1:1" 1:1 signed @0,0 10x10 "Do it"'],
  SHAPE_WITH_TEXT: [{ shapeType: "DIAMOND", characters: "Ok?" }, 'shape "1:1" 1:1 diamond @0,0 10x10 "Ok?"'],
  CONNECTOR: [
    {
      connectorLineType: "ELBOWED",
      connectorStart: { endpointNodeId: "2:1", magnet: "RIGHT" },
      connectorEnd: { endpointNodeId: "2:2", position: { x: 3, y: 4 } },
      connectorEndStrokeCap: "LINE_ARROW",
    },
    'connector "1:1" 1:1 elbowed 2:1.right>2:2@3,4(line-arrow) @0,0 10x10',
  ],
  TABLE: [{}, 'table "1:1" 1:1 @0,0 10x10'],
  TABLE_CELL: [{ characters: "A1" }, 'cell "1:1" 1:1 @0,0 10x10 "A1"'],
  WASHI_TAPE: [{}, 'washi-tape "1:1" 1:1 @0,0 10x10'],
  WIDGET: [{}, 'widget "1:1" 1:1 @0,0 10x10'],
  EMBED: [{}, 'embed "1:1" 1:1 @0,0 10x10'],
  LINK_UNFURL: [{}, 'link-unfurl "1:1" 1:1 @0,0 10x10'],
};

it.each(Object.entries(types))("tells a %s", (type, [more, line]) => {
  expect(toldTree([layer(type, "1:1", box, more)]).trim()).toBe(line);
});

it("tells a type that nobody has described yet by its own name", () => {
  expect(toldTree([layer("HOLO_GRAM", "1:1", box)]).trim()).toBe('holo-gram "1:1" 1:1 @0,0 10x10');
});

it("tells where prototypes lead, and what is left for those who build", () => {
  const more: Partial<Layer> = {
    interactions: [
      {
        trigger: { type: "ON_CLICK" },
        actions: [
          {
            type: "NODE",
            destinationId: "3:1",
            navigation: "NAVIGATE",
            transition: { type: "PUSH", direction: "LEFT", duration: 0.3, easing: { type: "EASE_OUT" } },
          },
        ],
      },
    ],
    exportSettings: [{ format: "PNG", suffix: "", constraint: { type: "SCALE", value: 2 } }],
    devStatus: { type: "READY_FOR_DEV", description: "Go" },
    annotations: [{ label: "Keep 44 px" }],
    locked: true,
  };
  expect(toldTree([layer("FRAME", "1:1", box, more)]).trim()).toBe(
    'frame "1:1" 1:1 @0,0 10x10 on:click>navigate 3:1 push-left 0.3s ease-out export:png@2x status:ready-for-dev("Go") notes:["Keep 44 px"] locked',
  );
});

it("tells the rest of a layer that has nothing in the place of a paint", () => {
  const broken = layer("FRAME", "1:1", box, { fills: [null] as never, children: [layer("VECTOR", "1:2", box)] });
  expect(toldTree([broken]).trim()).toMatch(/^frame "1:1" 1:1 @0,0 10x10/);
});

it("tells a layer whose fields are broken by its head, and the rest as it is", () => {
  const broken = layer("RECTANGLE", "1:1", box, { fills: [{ type: "GRADIENT_LINEAR", gradientStops: 7 }] as never });
  expect(toldTree([broken, layer("RECTANGLE", "1:2", box)]).split("\n")).toEqual([
    '  rect "1:1" 1:1 unreadable',
    '  rect "1:2" 1:2 @0,0 10x10',
  ]);
});
