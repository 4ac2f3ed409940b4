import { seededRandom } from "../samples/seeded-random.ts";

type Json = Record<string, unknown>;

const words =
  "Account Balance Cancel Delivery Email Friday Garden History Invoice January Kitchen Lamp Monday Orders".split(" ");
const palette = ["#FFFFFF", "#1A1A2E", "#3B5BDB", "#F5F5F5", "#E0E0E0", "#EB5757", "#27AE60"].map(rgba);

/** A document as the API answers it, of screens with cards in auto layout, of so many nodes, the same each time. */
export function generateDesign(nodes: number): Json {
  const maker = new DesignMaker(nodes);
  const children: Json[] = [];
  while (maker.left > 0) children.push(maker.screen(children.length));
  const page = { id: "0:1", name: "Screens", type: "CANVAS", scrollBehavior: "SCROLLS", children };
  const styles = Object.fromEntries(
    maker.styles.map((name, index) => [
      `9:${index}`,
      { key: `s${index}`, name, styleType: "TEXT", description: "", remote: false },
    ]),
  );
  return {
    ...{ name: "Bench", schemaVersion: 0, styles, componentSets: {} },
    components: {
      "8:1": { key: "c".repeat(40), name: "Icon/Arrow", description: "", documentationLinks: [], remote: false },
    },
    document: {
      ...{ id: "0:0", name: "Document", type: "DOCUMENT", scrollBehavior: "SCROLLS" },
      children: [
        {
          ...{ ...page, backgroundColor: rgba("#E5E5E5"), prototypeStartNodeID: null, flowStartingPoints: [] },
          prototypeDevice: { type: "NONE", rotation: "NONE" },
        },
      ],
    },
  };
}

class DesignMaker {
  left: number;
  readonly styles = ["Heading/Large", "Body/Regular", "Caption"];
  readonly #random = seededRandom(8);
  #count = 0;

  constructor(nodes: number) {
    this.left = nodes;
  }

  screen(index: number): Json {
    const x = (index % 20) * 440;
    const y = Math.floor(index / 20) * 900;
    const frame = this.#frame(`Screen ${index + 1}`, [x, y, 390, 844], "VERTICAL");
    const children: Json[] = [];
    for (let card = 0; card < 6 && this.left > 0; card += 1) children.push(this.#card(x + 16, y + 24 + card * 132));
    return { ...frame, children };
  }

  #card(x: number, y: number): Json {
    const frame = this.#frame(`${this.#word()} card`, [x, y, 358, 120], "HORIZONTAL");
    const children = [this.#shape("RECTANGLE", "Thumbnail", [x + 16, y + 16, 88, 88])];
    for (const [line, size] of [20, 14, 14].entries())
      children.push(this.#text([x + 120, y + 16 + line * 28, 180, 24], size, line));
    children.push(this.#icon(x + 310, y + 48));
    return { ...frame, children };
  }

  #icon(x: number, y: number): Json {
    const { id, ...frame } = this.#frame("Arrow", [x, y, 24, 24]);
    const path = this.#shape("VECTOR", "Vector", [x + 4, y + 4, 16, 16]);
    const instance = { type: "INSTANCE", componentId: "8:1", overrides: [], children: [{ ...path, id: `I${id};8:2` }] };
    return { ...frame, id, ...instance };
  }

  #text(box: readonly [number, number, number, number], fontSize: number, style: number): Json {
    const characters = Array.from({ length: 3 }, () => this.#word()).join(" ");
    return {
      ...this.#shape("TEXT", characters, box, 1),
      ...{
        characters,
        characterStyleOverrides: [],
        styleOverrideTable: {},
        lineTypes: ["NONE"],
        lineIndentations: [0],
      },
      ...{
        layoutVersion: 4,
        styles: { text: `9:${style}` },
        layoutSizingHorizontal: "FILL",
        layoutSizingVertical: "HUG",
      },
      style: {
        ...{
          fontFamily: "Inter",
          fontPostScriptName: "Inter-Regular",
          fontStyle: "Regular",
          fontWeight: 400,
          fontSize,
        },
        ...{ textAutoResize: "HEIGHT", textAlignHorizontal: "LEFT", textAlignVertical: "TOP", letterSpacing: 0 },
        ...{
          lineHeightPx: fontSize * 1.5,
          lineHeightPercent: 123.9,
          lineHeightPercentFontSize: 150,
          lineHeightUnit: "FONT_SIZE_%",
        },
      },
    };
  }

  #frame(name: string, box: readonly [number, number, number, number], layoutMode?: string): Json {
    const layout = {
      ...{
        layoutMode,
        itemSpacing: 16,
        paddingLeft: 16,
        paddingRight: 16,
        paddingTop: 16,
        paddingBottom: 16,
        layoutWrap: "NO_WRAP",
      },
      ...{ primaryAxisSizingMode: "FIXED", counterAxisSizingMode: "FIXED", counterAxisAlignItems: "CENTER" },
      ...{ layoutSizingHorizontal: "FIXED", layoutSizingVertical: "FIXED" },
    };
    const shape = this.#shape("FRAME", name, box, 0);
    const { fills } = shape;
    const own = {
      clipsContent: true,
      background: fills,
      backgroundColor: palette[0],
      cornerRadius: 12,
      cornerSmoothing: 0,
    };
    return { ...shape, ...own, ...(layoutMode === undefined ? {} : layout) };
  }

  #shape(
    type: string,
    name: string,
    [x, y, width, height]: readonly [number, number, number, number],
    color?: number,
  ): Json {
    this.left -= 1;
    this.#count += 1;
    const box = { x, y, width, height };
    const picked = color ?? Math.floor(this.#random() * palette.length);
    return {
      ...{ id: `1:${this.#count}`, name, type, scrollBehavior: "SCROLLS", blendMode: "PASS_THROUGH" },
      fills: [{ blendMode: "NORMAL", type: "SOLID", color: palette[picked] }],
      ...{ strokes: [], strokeWeight: 1, strokeAlign: "INSIDE", effects: [], interactions: [] },
      ...{ absoluteBoundingBox: box, absoluteRenderBounds: box, constraints: { vertical: "TOP", horizontal: "LEFT" } },
    };
  }

  #word(): string {
    return words[Math.floor(this.#random() * words.length)] ?? "Word";
  }
}

function rgba(hex: string): Json {
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { r: byte(1), g: byte(3), b: byte(5), a: 1 };
}
