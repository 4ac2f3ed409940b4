import type { DocumentNode } from "@figma/rest-api-spec";
import type { StandDocument } from "../stand-file.ts";
import { frame, layer, page, solid, text } from "./build-node.ts";

/** What the photo of the product is filled with. */
export const photo = "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334";

/** The middle half of a picture: what Figma writes for a crop. */
export const middleHalf = [
  [0.5, 0, 0.25],
  [0, 0.5, 0.25],
];

const row = { layoutMode: "HORIZONTAL", itemSpacing: 8, paddingLeft: 16, paddingRight: 16, paddingTop: 12, paddingBottom: 12 };
const column = { layoutMode: "VERTICAL", itemSpacing: 16, paddingLeft: 24, paddingRight: 24, paddingTop: 24, paddingBottom: 24 };

/** A product's page with a button in two variants: small, with one of everything that tools look at. */
export function shopDocument(headline = "A lamp for slow evenings"): StandDocument {
  const product = frame(
    ...(["1:2", "Product", [0, 0, 390, 844]] as const),
    [
      layer("1:3", "RECTANGLE", "Photo", [24, 24, 342, 280], {
        fills: [{ blendMode: "NORMAL", type: "IMAGE", scaleMode: "STRETCH", imageRef: photo, imageTransform: middleHalf }],
        cornerRadius: 12,
      }),
      text("1:4", "Headline", [24, 320, 342, 32], headline, { styles: { text: "4:1" } }),
      text("1:5", "Price", [24, 368, 120, 24], "49 €"),
      layer("1:6", "INSTANCE", "Buy", [24, 408, 160, 48], {
        ...{ componentId: "2:2", fills: [solid("#3b5bdb")], cornerRadius: 8, ...row },
        ...{ clipsContent: false, overrides: [{ id: "I1:6;2:3", overriddenFields: ["characters"] }] },
        componentProperties: { State: { value: "Default", type: "VARIANT" } },
        children: [text("I1:6;2:3", "Label", [40, 420, 128, 24], "Buy now", { fills: [solid("#ffffff")] })],
      }),
      layer("1:7", "VECTOR", "Hidden mark", [300, 408, 24, 24], { visible: false }),
    ],
    { fills: [solid("#ffffff")], ...column },
  );
  const variant = (id: string, state: string, fill: string, x: number) =>
    layer(id, "COMPONENT", `State=${state}`, [x, 1000, 160, 48], {
      ...{ fills: [solid(fill)], cornerRadius: 8, clipsContent: false, ...row },
      children: [text(`2:${Number(id.slice(2)) + 1}`, "Label", [x + 16, 1012, 128, 24], "Button", { fills: [solid("#ffffff")] })],
    });
  const buttons = layer("2:1", "COMPONENT_SET", "Button", [0, 980, 400, 88], {
    children: [variant("2:2", "Default", "#3b5bdb", 20), variant("2:4", "Hover", "#364fc7", 200)],
    clipsContent: false,
    componentPropertyDefinitions: { State: { type: "VARIANT", defaultValue: "Default", variantOptions: ["Default", "Hover"] } },
  });
  const component = (key: string, name: string) => ({ key, name, description: "", remote: false, componentSetId: "2:1", documentationLinks: [] });
  return {
    document: {
      ...{ id: "0:0", name: "Document", type: "DOCUMENT", scrollBehavior: "SCROLLS" },
      children: [page("0:1", "Shop", [product]), page("0:2", "Library", [buttons])],
    } as unknown as DocumentNode,
    components: { "2:2": component("b".repeat(40), "State=Default"), "2:4": component("c".repeat(40), "State=Hover") },
    componentSets: { "2:1": { key: "d".repeat(40), name: "Button", description: "Says what happens", remote: false, documentationLinks: [] } },
    styles: { "4:1": { key: "e".repeat(40), name: "Heading/Large", styleType: "TEXT", remote: false, description: "" } },
  };
}
