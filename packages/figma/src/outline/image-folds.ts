import type { FlatLayers } from "./flat-layers.ts";
import type { Layer } from "./layer.ts";

const shapes: ReadonlySet<string> = new Set(["VECTOR", "STAR", "REGULAR_POLYGON", "LINE", "ELLIPSE", "RECTANGLE"]);
const paths: ReadonlySet<string> = new Set(["VECTOR", "STAR", "REGULAR_POLYGON", "BOOLEAN_OPERATION"]);
const groupings: ReadonlySet<string> = new Set(["GROUP", "BOOLEAN_OPERATION", "FRAME", "TRANSFORM_GROUP"]);
const drawings: ReadonlySet<string> = new Set([...groupings, "COMPONENT", "INSTANCE"]);

/**
 * Which layers are drawings: nothing but shapes is inside them, and half of those at least are paths, so that nobody would build them but
 * export them as one image. Text, pictures, layout and components inside keep a layer from being one; so do rectangles, which are layout
 * too, where they are more than the paths.
 *
 * @returns 1 for each layer that stands for all inside it
 */
export function imageFolds(flat: FlatLayers): Uint8Array {
  const folds = new Uint8Array(flat.length);
  const inside = new Inside(flat.length);
  // From the last on, what is inside a layer comes before it.
  for (let index = flat.length - 1; index >= 0; index -= 1) {
    const layer = flat.layers[index] as Layer;
    const isLeaf = flat.ends[index] === index + 1;
    if (isLeaf) inside.addLeaf(index, layer);
    const isDrawn = !isLeaf && inside.isDrawn(index, layer);
    folds[index] = Number(isDrawn && flat.depths[index] !== 0 && isDrawing(flat, index, layer));
    const isShapes = isLeaf
      ? shapes.has(layer.type)
      : inside.isShapes(index) && groupings.has(layer.type) && !hasLayout(layer);
    inside.addTo(flat.parents[index] ?? -1, index, isShapes && !hasPicture(layer));
  }
  // Of drawings inside each other the outermost stands for all.
  for (let index = 0; index < flat.length; index += 1)
    if (folds[index] === 1) folds.fill(0, index + 1, flat.ends[index]);
  return folds;
}

/** What is inside each layer, as far as it is known yet. */
class Inside {
  readonly #others: Uint8Array;
  readonly #leaves: Int32Array;
  readonly #paths: Int32Array;

  constructor(length: number) {
    this.#others = new Uint8Array(length);
    this.#leaves = new Int32Array(length);
    this.#paths = new Int32Array(length);
  }

  addLeaf(index: number, { type }: Layer): void {
    this.#leaves[index] = 1;
    this.#paths[index] = Number(paths.has(type));
  }

  isShapes(index: number): boolean {
    return this.#others[index] === 0;
  }

  isDrawn(index: number, { type }: Layer): boolean {
    if (type === "BOOLEAN_OPERATION") this.#paths[index] = this.#leaves[index] ?? 0;
    return this.isShapes(index) && (this.#paths[index] ?? 0) * 2 >= (this.#leaves[index] ?? 0);
  }

  addTo(parent: number, index: number, isShapes: boolean): void {
    if (parent < 0) return;
    if (!isShapes) this.#others[parent] = 1;
    this.#leaves[parent] = (this.#leaves[parent] ?? 0) + (this.#leaves[index] ?? 0);
    this.#paths[parent] = (this.#paths[parent] ?? 0) + (this.#paths[index] ?? 0);
  }
}

function isDrawing(flat: FlatLayers, index: number, layer: Layer): boolean {
  if (!drawings.has(layer.type) || hasPicture(layer)) return false;
  return !hasLayout(layer) || flat.ends[index + 1] === flat.ends[index];
}

function hasLayout({ layoutMode }: Layer): boolean {
  return layoutMode !== undefined && layoutMode !== "NONE";
}

/** Pictures are downloaded by themselves. */
function hasPicture({ fills }: Layer): boolean {
  if (!Array.isArray(fills)) return false;
  return fills.some(
    (paint) => paint && paint.visible !== false && paint.type !== "SOLID" && !paint.type?.startsWith("GRADIENT"),
  );
}
