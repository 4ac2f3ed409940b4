import type { ColorStop, ImageFilters, Paint } from "@figma/rest-api-spec";
import { blendModeOf } from "./blend-modes.ts";
import { colorOf } from "./colors.ts";
import { finite } from "./finite.ts";
import { guidText } from "./guid-text.ts";
import type { Kiwi } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { apply, identity, invert, matrixOf, transformOf } from "./matrix.ts";
import { told, unless } from "./told.ts";
import { sameWord } from "./translate.ts";
import type { Modes } from "./variable-table.ts";

type KiwiPaint = Kiwi<"Paint">;

const gradients = ["GRADIENT_LINEAR", "GRADIENT_RADIAL", "GRADIENT_ANGULAR", "GRADIENT_DIAMOND"] as const;
const scaleModes = ["FILL", "FIT", "TILE", "STRETCH"] as const;
const tiles = ["RECTANGULAR", "HORIZONTAL_HEXAGONAL", "VERTICAL_HEXAGONAL"] as const;
const alignments = ["START", "CENTER", "END"] as const;

/** From the lowest to the topmost. What Figma's API has no word for (emoji, noise) is left out. */
export function paintsOf(paints: readonly KiwiPaint[] | undefined, mapping: Mapping, modes: Modes): Paint[] {
  return (paints ?? []).flatMap((paint) => {
    const mapped = paintOf(paint, mapping, modes);
    return mapped === undefined ? [] : [mapped];
  });
}

function paintOf(paint: KiwiPaint, mapping: Mapping, modes: Modes): Paint | undefined {
  const base = {
    blendMode: blendModeOf(paint.blendMode, "NORMAL"),
    ...told({ visible: unless(true, paint.visible), opacity: unless(1, finite(paint.opacity, 1)) }),
  };
  const gradient = sameWord(gradients, paint.type);
  if (gradient !== undefined)
    return {
      ...base,
      type: gradient,
      gradientHandlePositions: handlesOf(gradient, paint.transform),
      gradientStops: stopsOf(paint, mapping, modes),
    };
  if (paint.type === "SOLID") return { ...base, type: "SOLID", ...boundColor(paint, mapping, modes) };
  if (paint.type === "IMAGE" || paint.type === "VIDEO") return { ...base, ...imageOf(paint) };
  if (paint.type === "PATTERN" && paint.sourceNodeId !== undefined)
    return {
      ...base,
      type: "PATTERN",
      sourceNodeId: guidText(paint.sourceNodeId),
      tileType: sameWord(tiles, paint.patternTileType) ?? "RECTANGULAR",
      scalingFactor: finite(paint.scale, 1),
      spacing: { x: finite(paint.patternSpacing?.x, 0), y: finite(paint.patternSpacing?.y, 0) },
      horizontalAlignment: sameWord(alignments, paint.horizontalAlignment) ?? "START",
      verticalAlignment: sameWord(alignments, paint.verticalAlignment) ?? "START",
    };
  return undefined;
}

/** A colour, and the variable that it comes from, where one does. The file holds the value of another mode at times. */
export function boundColor(
  { color, colorVar }: { readonly color?: Kiwi<"Color">; readonly colorVar?: Kiwi<"VariableData"> },
  { variables }: Mapping,
  modes: Modes,
) {
  const alias = variables.aliasIn(colorVar);
  if (alias === undefined) return { color: colorOf(color) };
  return {
    color: colorOf(variables.valueOf(colorVar, modes)?.colorValue ?? color),
    boundVariables: { color: alias },
  };
}

function stopsOf({ stops, stopsVar }: KiwiPaint, mapping: Mapping, modes: Modes): ColorStop[] {
  const bound = stopsVar?.length ? stopsVar : (stops ?? []);
  return bound.map((stop) => ({ position: finite(stop.position, 0), ...boundColor(stop, mapping, modes) }));
}

/** The file holds the way from the layer (as a unit square) to the gradient, REST where the gradient's corners lie in the layer. */
function handlesOf(type: (typeof gradients)[number], transform: Kiwi<"Matrix"> | undefined) {
  const toLayer = invert(matrixOf(transform)) ?? identity;
  const start = type === "GRADIENT_LINEAR" ? 0 : 0.5;
  return [apply(toLayer, start, 0.5), apply(toLayer, 1, 0.5), apply(toLayer, start, 1)];
}

function imageOf(paint: KiwiPaint) {
  const scaleMode = sameWord(scaleModes, paint.imageScaleMode) ?? "FILL";
  return {
    type: "IMAGE" as const,
    scaleMode,
    imageRef: refOf(paint.image),
    ...told({
      imageTransform: scaleMode === "STRETCH" ? transformOf(matrixOf(paint.transform)) : undefined,
      scalingFactor: scaleMode === "TILE" ? finite(paint.scale, 1) : undefined,
      rotation: unless(0, finite(paint.rotation, 0)),
      gifRef: paint.animatedImage && refOf(paint.animatedImage),
      filters: filtersOf(paint.paintFilter),
    }),
  };
}

function refOf(image: Kiwi<"Image"> | undefined): string {
  return image?.hash === undefined ? "" : Buffer.from(image.hash).toString("hex");
}

function filtersOf(filter: Kiwi<"PaintFilterMessage"> | undefined): ImageFilters | undefined {
  if (filter === undefined) return undefined;
  const { exposure, contrast, vibrance, temperature, tint, highlights, shadows } = filter;
  const filters = { exposure, contrast, saturation: vibrance, temperature, tint, highlights, shadows };
  const set = Object.entries(filters).filter(([, value]) => value !== undefined && value !== 0);
  return set.length === 0 ? undefined : Object.fromEntries(set);
}
