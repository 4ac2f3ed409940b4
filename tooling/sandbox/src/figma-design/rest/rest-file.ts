import type { GetFileResponse } from "@figma/rest-api-spec";
import { type Design, layersOf } from "../design.ts";
import { Expander } from "../expand.ts";
import { keyOf } from "../key-of.ts";
import type { Layer } from "../layer.ts";
import { rgba } from "../resolve-color.ts";
import { restNode } from "./rest-node.ts";

/** The file as the API answers it; the test beside this holds it to the vendor's own description. */
export function restFile(design: Design, version = "1", lastModified = "2026-11-02T08:00:00Z"): GetFileResponse {
  const expander = new Expander(design);
  const layers = [...layersOf(design)];
  const components = layers.filter(({ type }) => type === "COMPONENT");
  const sets = layers.filter(({ type }) => type === "COMPONENT_SET");
  const described = (layer: Layer) => ({
    key: keyOf(design, layer.id),
    name: layer.name,
    description: layer.description ?? "",
    remote: false,
    documentationLinks: [],
  });
  const file = {
    name: design.name,
    role: "owner",
    lastModified,
    editorType: "figma",
    version,
    schemaVersion: 0,
    document: {
      id: "0:0",
      name: "Document",
      type: "DOCUMENT",
      scrollBehavior: "SCROLLS",
      children: pagesOf(design, expander),
    },
    components: Object.fromEntries(
      components.map((layer) => {
        const set = expander.setOf(layer.id);
        return [layer.id, { ...described(layer), ...(set && { componentSetId: set.id }) }];
      }),
    ),
    componentSets: Object.fromEntries(sets.map((layer) => [layer.id, described(layer)])),
    styles: Object.fromEntries(
      design.styles.map(({ id, name, type, description }) => [
        id,
        { key: keyOf(design, id), name, styleType: type, remote: false, description: description ?? "" },
      ]),
    ),
  };
  return file as unknown as GetFileResponse;
}

function pagesOf(design: Design, expander: Expander) {
  return design.pages.map(({ id, name, layers }) => ({
    id,
    name,
    type: "CANVAS",
    scrollBehavior: "SCROLLS",
    backgroundColor: rgba("#f5f5f5"),
    prototypeStartNodeID: null,
    flowStartingPoints: layers.flatMap((layer) =>
      layer.startsFlow ? [{ nodeId: layer.id, name: layer.startsFlow }] : [],
    ),
    prototypeDevice: { type: "NONE", rotation: "NONE" },
    children: layers.map((layer) =>
      restNode(layer, { design, expander, parent: undefined, x: 0, y: 0, modes: {}, prefix: undefined }),
    ),
  }));
}
