import type { Paint, VariableAlias } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { FlatLayers } from "../outline/flat-layers.ts";
import type { Layer } from "../outline/layer.ts";
import { boundFields } from "./bindings-text.ts";
import { runsText } from "./characters-text.ts";
import { colorText } from "./color-text.ts";
import type { ComponentNames } from "./component-names.ts";
import { effectText } from "./effect-text.ts";
import { fontText } from "./font-text.ts";
import type { PaintedSize } from "./gradient-text.ts";
import { gridsText } from "./grids-text.ts";
import { layoutText } from "./layout-text.ts";
import { type PaintReferences, type PaintText, paintText } from "./paint-text.ts";
import { type SharedValue, StyleTable } from "./style-table.ts";
import { variableText } from "./variable-text.ts";

/** The values of one layer that others may share. */
export interface LayerStyles {
  fill?: SharedValue;
  stroke?: SharedValue;
  effect?: SharedValue;
  font?: SharedValue;
  grids?: SharedValue;
  component?: SharedValue;
  layout?: SharedValue;
  /** What a drawing that is told as one image is painted with. */
  colors?: readonly SharedValue[];
  bound?: readonly (readonly [string, SharedValue])[];
  runs?: { readonly text: string; readonly needs: readonly SharedValue[] };
  /** The layer's fields are not as the API has them. */
  unreadable?: boolean;
}

const none: LayerStyles = {};
const mostColors = 24;

/** What of a style's name belongs to which of a layer's values. */
type StyleKind = "fill" | "stroke" | "text" | "effect" | "grid";

/** The shared values of all layers of a document, found in one pass in the document's order, so that labels stay the same on each page. */
export class DesignStyles {
  readonly table = new StyleTable();
  readonly #document: FigmaDocument;
  readonly #names: ComponentNames;
  readonly #styles: (LayerStyles | undefined)[];
  readonly #solids = new Map<number, string>();
  readonly #references: PaintReferences = {
    variable: (alias) => this.#variable(alias),
    image: (reference) => this.table.share("i", reference),
  };

  constructor(document: FigmaDocument, flat: FlatLayers, folds: Uint8Array, names: ComponentNames) {
    this.#document = document;
    this.#names = names;
    this.#styles = new Array(flat.length);
    for (let index = 0; index < flat.length; ) {
      const next = folds[index] === 1 ? (flat.ends[index] ?? index + 1) : index + 1;
      this.#styles[index] = this.#readable(flat, index, next);
      index = next;
    }
    this.table.settle();
  }

  of(index: number): LayerStyles {
    return this.#styles[index] ?? none;
  }

  /** What is inside a drawing is told as its colors. */
  #readable(flat: FlatLayers, index: number, next: number): LayerStyles {
    try {
      const styles = this.#stylesOf(flat.layers[index] as Layer);
      if (next > index + 1) styles.colors = this.#colors(flat.layers.slice(index + 1, next));
      return styles;
    } catch {
      return { unreadable: true };
    }
  }

  #stylesOf(layer: Layer): LayerStyles {
    const styles: LayerStyles = {};
    const size = layer.absoluteBoundingBox ?? undefined;
    const fill = layer.type === "CANVAS" ? undefined : this.#paint(layer, layer.fills, size, "fill");
    if (fill !== undefined) styles.fill = fill;
    if (layer.strokes?.length) {
      const stroke = this.#paint(layer, layer.strokes, size, "stroke");
      if (stroke !== undefined) styles.stroke = stroke;
    }
    if (layer.effects?.length) {
      const effect = this.#share(
        "e",
        effectText(layer.effects, (alias) => this.#variable(alias)),
        layer,
        "effect",
      );
      if (effect !== undefined) styles.effect = effect;
    }
    if (layer.layoutGrids?.length) {
      const grids = this.#share("g", gridsText(layer.layoutGrids), layer, "grid");
      if (grids !== undefined) styles.grids = grids;
    }
    const layout = layoutText(layer);
    if (layout !== "") styles.layout = this.table.share("l", layout);
    if (layer.style) this.#addText(layer, styles);
    if (layer.componentId) {
      styles.component = this.table.share("c", this.#names.definitionOf(layer.componentId));
    }
    if (layer.boundVariables) {
      styles.bound = boundFields(layer).map(([field, alias]) => [field, this.#variable(alias)] as const);
    }
    return styles;
  }

  #addText(layer: Layer, styles: LayerStyles): void {
    const font = this.#share("t", { value: fontText(layer.style ?? {}), needs: [] }, layer, "text");
    if (font !== undefined) styles.font = font;
    const { characterStyleOverrides, lineTypes } = layer;
    const isPlain = !characterStyleOverrides?.length && !lineTypes?.some((type) => type !== "NONE");
    if (isPlain) return;
    const needs: SharedValue[] = [];
    const text = runsText(layer, (paints) => {
      const told = paintText(paints, undefined, this.#references);
      needs.push(...(told?.needs ?? []));
      return told?.value;
    });
    if (text !== "") styles.runs = { text, needs };
  }

  #paint(layer: Layer, paints: readonly Paint[] | undefined, size: PaintedSize | undefined, kind: "fill" | "stroke") {
    return this.#share("p", this.#paintText(paints, size), layer, kind);
  }

  #paintText(paints: readonly Paint[] | undefined, size: PaintedSize | undefined): PaintText | undefined {
    if (!Array.isArray(paints) || paints.length === 0) return undefined;
    const only: Paint | undefined = paints.length === 1 ? paints[0] : undefined;
    return (only && this.#plainColor(only)) ?? paintText(paints, size, this.#references);
  }

  /** Most paints are one color; those that come again are not written anew. */
  #plainColor(paint: Paint): PaintText | undefined {
    if (paint?.type !== "SOLID" || paint.visible === false || paint.boundVariables !== undefined || !paint.color) {
      return undefined;
    }
    if (paint.blendMode !== undefined && paint.blendMode !== "NORMAL") return undefined;
    const { r, g, b, a = 1 } = paint.color;
    const { opacity = 1 } = paint;
    const byte = (part: number) => Math.round(part * 255);
    const key = ((byte(r) * 256 + byte(g)) * 256 + byte(b)) * 256 + byte(a * opacity);
    let value = this.#solids.get(key);
    if (value === undefined) {
      value = colorText(paint.color, opacity);
      this.#solids.set(key, value);
    }
    return { value, needs: nothing };
  }

  #share(letter: string, told: PaintText | undefined, layer: Layer, kind: StyleKind): SharedValue | undefined {
    if (told === undefined || told.value === "") return undefined;
    return this.table.share(letter, told.value, this.#styleName(layer, kind), told.needs);
  }

  /** The API names a style's kind in the singular or in the plural. */
  #styleName({ styles }: Layer, kind: StyleKind): string | undefined {
    if (styles === undefined || styles === null) return undefined;
    const id = styles[kind] ?? styles[`${kind}s`];
    return id === undefined ? undefined : (this.#document.styles[id]?.name ?? id);
  }

  #variable({ id }: VariableAlias): SharedValue {
    return this.table.share("v", variableText(id, this.#document.variables));
  }

  #colors(layers: readonly Layer[]): readonly SharedValue[] {
    const colors = new Set<SharedValue>();
    for (const layer of layers) {
      const size = layer.absoluteBoundingBox ?? undefined;
      for (const kind of ["fill", "stroke"] as const) {
        const paint = colors.size < mostColors ? this.#paint(layer, layer[`${kind}s`], size, kind) : undefined;
        if (paint !== undefined) colors.add(paint);
      }
    }
    return [...colors];
  }
}

const nothing: readonly SharedValue[] = [];
