import { describe, expect, it } from "vitest";
import { at, first, guid } from "./stand/told-of.ts";

describe("a board of FigJam", () => {
  it("has stickies and shapes with what is written on them", () => {
    const written = (characters: string) => ({
      nodeGenerationData: {
        overrides: [
          { guidPath: { guids: [guid(0, 40)] }, fillPaints: [{ type: "SOLID", color: { r: 1, g: 1, b: 0, a: 1 } }] },
          { guidPath: { guids: [guid(1, 40)] }, textData: { characters } },
        ],
      },
    });
    const yellow = [{ type: "SOLID", color: { r: 1, g: 1, b: 0, a: 1 } }];
    expect(first([{ guid: guid(3), type: "STICKY", ...written("Ask Ida") }])).toMatchObject({
      type: "STICKY",
      characters: "Ask Ida",
      fills: yellow,
    });
    expect(
      first([{ guid: guid(3), type: "SHAPE_WITH_TEXT", shapeWithTextType: "DIAMOND", ...written("Dry?") }]),
    ).toMatchObject({
      type: "SHAPE_WITH_TEXT",
      shapeType: "DIAMOND",
      characters: "Dry?",
    });
  });

  it("has connectors between them", () => {
    const connector = {
      guid: guid(3),
      type: "CONNECTOR",
      connectorLineStyle: "CURVED",
      connectorStart: { endpointNodeID: guid(8), magnet: "RIGHT" },
      connectorEnd: { position: { x: 4, y: 5 } },
      connectorEndCap: "ARROW_LINES",
    };
    expect(first([connector])).toMatchObject({
      type: "CONNECTOR",
      connectorLineType: "CURVED",
      connectorStart: { endpointNodeId: "1:8", magnet: "RIGHT" },
      connectorEnd: { position: { x: 4, y: 5 } },
      connectorStartStrokeCap: "NONE",
      connectorEndStrokeCap: "LINE_ARROW",
    });
  });

  it("has tables with their cells", () => {
    const track = (id: number, position: string, size: number) => ({
      position: { id: guid(id, 7), position },
      size: { id: guid(id, 7), size },
    });
    const [one, two, wide] = [track(1, "b", 20), track(2, "a", 30), track(3, "a", 100)];
    const table = {
      guid: guid(3),
      type: "TABLE",
      transform: at(5, 5),
      tableRowPositions: { entries: [one.position, two.position] },
      tableColumnPositions: { entries: [wide.position] },
      tableRowHeights: { entries: [one.size, two.size] },
      tableColumnWidths: { entries: [wide.size] },
      nodeGenerationData: {
        overrides: [{ guidPath: { guids: [guid(1, 7), guid(3, 7)] }, textData: { characters: "Second" } }],
      },
    };
    expect(first([table])).toMatchObject({
      type: "TABLE",
      children: [
        { type: "TABLE_CELL", characters: "", absoluteBoundingBox: { x: 5, y: 5, width: 100, height: 30 } },
        { type: "TABLE_CELL", characters: "Second", absoluteBoundingBox: { x: 5, y: 35, width: 100, height: 20 } },
      ],
    });
  });
});
