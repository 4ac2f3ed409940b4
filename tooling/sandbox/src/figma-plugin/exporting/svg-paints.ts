import type { Paint, RGB } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Size } from "../layout/boxes.ts";
import { handlesOf } from "./gradient-handles.ts";

/** What a picture defines once and refers to. */
export class Definitions {
  private readonly parts: string[] = [];

  /** Returns the id that the part was given. */
  add(make: (id: string) => string): string {
    const id = `d${this.parts.length}`;
    this.parts.push("");
    this.parts[Number(id.slice(1))] = make(id);
    return id;
  }

  toString(): string {
    return this.parts.join("");
  }
}

export function colorOf({ r, g, b }: RGB): string {
  const hex = (channel: number) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${hex(r)}${hex(g)}${hex(b)}`;
}

/** What stands in `fill` or `stroke` for a paint; images are a grey field. */
export function paintValue(paint: Paint, { width, height }: Size, definitions: Definitions): string {
  if (paint.type === "SOLID") return colorOf(paint.color);
  if (!("gradientStops" in paint)) return "#c4c4c4";
  const [start, end] = handlesOf(paint.gradientTransform);
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [start.x * width, start.y * height, end.x * width, end.y * height].map(
    hundredth,
  );
  const stops = paint.gradientStops
    .map(
      ({ position, color }) => `<stop offset="${position}" stop-color="${colorOf(color)}" stop-opacity="${color.a}"/>`,
    )
    .join("");
  const id = definitions.add((name) =>
    paint.type === "GRADIENT_LINEAR"
      ? `<linearGradient id="${name}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>`
      : `<radialGradient id="${name}" gradientUnits="userSpaceOnUse" cx="${x1}" cy="${y1}" r="${Math.hypot(x2 - x1, y2 - y1)}">${stops}</radialGradient>`,
  );
  return `url(#${id})`;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

/** The opacity of a paint as an attribute. */
export function paintOpacity(paint: Paint, name: "fill" | "stroke"): string {
  const opacity = paint.opacity ?? 1;
  return opacity < 1 ? ` ${name}-opacity="${opacity}"` : "";
}
