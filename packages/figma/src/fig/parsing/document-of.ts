import type { DocumentNode } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../../documents/figma-document.ts";
import { componentsOf, stylesOf } from "./components.ts";
import { FigError } from "./fig-error.ts";
import { layerOf } from "./layer.ts";
import { layersIn } from "./layers-in.ts";
import type { Mapping } from "./mapping.ts";
import { pageOf } from "./page-of.ts";
import { PropertyTable } from "./property-table.ts";
import type { Canvas } from "./read-canvas.ts";
import { idOf, Scene } from "./scene.ts";
import { VariableTable } from "./variable-table.ts";
import { variablesOf } from "./variables.ts";

/** With those in instances: a component of ten instances of one of ten instances of … soon has more than any memory holds. */
const mostNodes = 400_000;

/** What a drawing says, as REST would. What belongs to the file around it is missing. */
export type Drawing = Pick<FigmaDocument, "document" | "components" | "componentSets" | "styles" | "variables">;

/** Brings a drawing to REST's words. Throws for one that cannot be one of Figma's, or is too large. */
export function documentOf(canvas: Canvas, geometry: boolean): Drawing {
  const scene = new Scene(canvas);
  let nodes = 0;
  const mapping: Mapping = {
    scene,
    variables: new VariableTable(scene),
    properties: new PropertyTable(scene),
    geometry,
    count: () => {
      nodes += 1;
      if (nodes > mostNodes) throw tooMany();
    },
  };
  if (layersIn(scene, idOf(scene.root)) > mostNodes) throw tooMany();
  const pages = scene
    .childrenOf(idOf(scene.root))
    .filter(({ type, internalOnly }) => type === "CANVAS" && internalOnly !== true);
  const document: DocumentNode = {
    ...layerOf(scene.root, idOf(scene.root), mapping),
    type: "DOCUMENT",
    children: pages.map((page) => pageOf(page, mapping)),
  };
  return { document, ...componentsOf(document, scene), styles: stylesOf(scene), variables: variablesOf(mapping) };
}

function tooMany(): FigError {
  return new FigError("refused", `The file has over ${mostNodes} layers, with those in instances.`);
}
