import { ConnectorError, type ToolContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { FlatLayers } from "../outline/flat-layers.ts";
import type { Layer } from "../outline/layer.ts";
import { numberText } from "../reading/number-text.ts";
import { typeName } from "../reading/type-name.ts";
import { layerTest, type Sought } from "./layer-test.ts";

/** A layer that was found, and where. */
interface FoundLayer {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly path: string;
  readonly text?: string;
  readonly size?: string;
  readonly component?: string;
  readonly hidden?: boolean;
}

interface FoundLayers {
  readonly layers: FoundLayer[];
  readonly searched: number;
}

/** Where a page begins: the index of a layer, in which version of the file. */
type Place = readonly [index: number, version: string];

type FindContext = Pick<ToolContext<FigmaClient>, "client" | "signal" | "page" | "progress" | "note">;

const longestText = 160;
const longestName = 120;
const longestPath = 300;

/** Layers of a whole file, hidden ones too, that are as all of what is sought says, in the document's order. */
export async function findLayers(
  input: Sought & { readonly file: string; readonly limit: number },
  context: FindContext,
): Promise<FoundLayers> {
  const { page, client } = context;
  const variables = input.style !== undefined;
  const document = await client.document(input.file, { ...callOf(context), whole: true, variables });
  const place = page.place as Place | undefined;
  if (place !== undefined && place[1] !== document.version)
    throw new ConnectorError(
      "conflict",
      "The file was changed since the previous page. Leave cursor out to search anew.",
    );
  const isSought = layerTest(input, document);
  const flat = flatOf(document);
  const layers: FoundLayer[] = [];
  for (let index = place?.[0] ?? 0; index < flat.length; index += 1) {
    const layer = flat.layers[index] as Layer;
    if (!isSought(layer)) continue;
    const found = foundLayer(layer, index, flat, document);
    if (layers.length < input.limit && page.take(found)) layers.push(found);
    else {
      page.stopAt([index, document.version] satisfies Place);
      break;
    }
  }
  return { layers, searched: flat.length };
}

/** A search goes on in what the page before it was found in. */
const known = new WeakMap<object, FlatLayers>();

function flatOf({ document }: FigmaDocument): FlatLayers {
  const flat = known.get(document) ?? FlatLayers.of(document.children as readonly Layer[], { withHidden: true });
  known.set(document, flat);
  return flat;
}

function foundLayer(layer: Layer, index: number, flat: FlatLayers, { components }: FigmaDocument): FoundLayer {
  const { id, type, name, characters, absoluteBoundingBox: box, componentId } = layer;
  const component = componentId === undefined ? undefined : components[componentId]?.name;
  const { path, hidden } = placeOf(index, flat);
  return {
    id,
    type: typeName(type),
    name: cut(String(name ?? ""), longestName),
    path,
    ...(typeof characters === "string" && characters !== "" ? { text: cut(characters, longestText) } : {}),
    ...(box ? { size: `${numberText(box.width)}x${numberText(box.height)}` } : {}),
    ...(componentId === undefined ? {} : { component: component ?? componentId }),
    ...(hidden ? { hidden } : {}),
  };
}

/** The names of what holds a layer; of a long path the inner part. */
function placeOf(index: number, { layers, parents }: FlatLayers): { path: string; hidden: boolean } {
  let path = "";
  let hidden = layers[index]?.visible === false;
  let isWhole = true;
  for (let at = parents[index] ?? -1; at >= 0; at = parents[at] ?? -1) {
    const { name, visible } = layers[at] as Layer;
    hidden ||= visible === false;
    const longer = path === "" ? cut(String(name), longestName) : `${cut(String(name), longestName)} > ${path}`;
    isWhole &&= longer.length <= longestPath;
    if (isWhole) path = longer;
  }
  return { path: isWhole ? path : `… > ${path}`, hidden };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
