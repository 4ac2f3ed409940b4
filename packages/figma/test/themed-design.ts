import type { GradientPaint } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../src/documents/figma-document.ts";
import { alias, rgb, smallDesign, smallVariables, solid } from "./small-design.ts";

const style = (name: string, styleType: "FILL" | "TEXT" | "EFFECT" | "GRID", description = "") => ({
  key: name,
  name,
  description,
  remote: false,
  styleType,
});

/** A design with light and dark modes, two levels of aliases, a second collection with modes, and styles of every kind. */
export function themedDesign(): FigmaDocument {
  const variables = smallVariables([
    {
      name: "Primitives",
      modes: ["Value"],
      variables: {
        "gray/0": { type: "COLOR", values: [rgb("#ffffff")] },
        "gray/900": { type: "COLOR", values: [rgb("#111827")] },
        "blue/500": { type: "COLOR", values: [rgb("#2563eb")], description: "The brand" },
        "number/8": { type: "FLOAT", values: [8] },
        "font/family": { type: "STRING", values: ["Inter"], scopes: ["FONT_FAMILY"] },
        "font/weight bold": { type: "FLOAT", values: [700], scopes: ["FONT_WEIGHT"] },
        greeting: { type: "STRING", values: ['Hello "you"'], scopes: ["TEXT_CONTENT"] },
        "is beta": { type: "BOOLEAN", values: [true] },
      },
    },
    {
      name: "Theme",
      modes: ["Light", "Dark"],
      variables: {
        "color/bg": { type: "COLOR", values: [alias("Primitives/gray/0"), alias("Primitives/gray/900")] },
        "color/text": { type: "COLOR", values: [alias("Primitives/gray/900"), alias("Primitives/gray/0")] },
        "color/scrim": { type: "COLOR", values: [rgb("#00000080"), rgb("#000000cc")] },
      },
    },
    {
      name: "Components",
      modes: ["Mode 1"],
      variables: {
        button: { type: "COLOR", values: [alias("Primitives/blue/500")] },
        "button/label": { type: "COLOR", values: [alias("Theme/color/bg")] },
        "button/fill": { type: "COLOR", values: [alias("Components/button")] },
        "button/radius": { type: "FLOAT", values: [alias("Primitives/number/8")], scopes: ["CORNER_RADIUS"] },
        "disabled opacity": { type: "FLOAT", values: [40], scopes: ["OPACITY"] },
      },
    },
    {
      name: "Density",
      modes: ["Comfortable", "Compact"],
      variables: { "space/md": { type: "FLOAT", values: [16, 8], scopes: ["GAP"] } },
    },
  ]);
  const gradient = {
    type: "GRADIENT_LINEAR" as const,
    blendMode: "NORMAL" as const,
    gradientHandlePositions: [
      { x: 0, y: 0.5 },
      { x: 1, y: 0.5 },
      { x: 0, y: 1 },
    ],
    gradientStops: [
      { position: 0, color: rgb("#2563eb"), boundVariables: { color: alias("Primitives/blue/500") } },
      { position: 1, color: rgb("#11182700") },
    ],
  } satisfies GradientPaint;
  const shadow = (radius: number) => ({
    type: "DROP_SHADOW" as const,
    visible: true,
    blendMode: "NORMAL" as const,
    color: rgb("#00000040"),
    offset: { x: 0, y: radius / 2 },
    radius,
    showShadowBehindNode: false,
  });
  return smallDesign(
    [
      {
        id: "1:1",
        type: "RECTANGLE",
        fills: [solid("#2563eb", { boundVariables: { color: alias("Primitives/blue/500") } })],
        styles: { fill: "S:1" },
      },
      { id: "1:2", type: "RECTANGLE", fills: [gradient], styles: { fill: "S:2" } },
      { id: "1:3", type: "RECTANGLE", effects: [shadow(2), shadow(8)], styles: { effect: "S:3" } },
      {
        id: "1:4",
        type: "TEXT",
        characters: "Title",
        style: {
          fontFamily: "Inter",
          fontSize: 32,
          fontWeight: 700,
          lineHeightPx: 40.000001907,
          lineHeightUnit: "PIXELS",
          letterSpacing: -0.32,
          textCase: "UPPER",
          boundVariables: {
            fontFamily: alias("Primitives/font/family"),
            fontWeight: alias("Primitives/font/weight bold"),
          },
        },
        styles: { text: "S:4" },
      },
      {
        id: "1:5",
        type: "RECTANGLE",
        fills: [],
        strokes: [solid("#2563eb")],
        strokeWeight: 2,
        styles: { stroke: "S:1" },
      },
      {
        id: "1:6",
        type: "RECTANGLE",
        effects: [{ type: "BACKGROUND_BLUR", visible: true, radius: 12 }],
        styles: { effect: "S:5" },
      },
      {
        id: "1:7",
        type: "RECTANGLE",
        fills: [{ type: "IMAGE", blendMode: "NORMAL", scaleMode: "FILL", imageRef: "x" }],
        styles: { fill: "S:6" },
      },
    ],
    {
      variables,
      styles: {
        "S:1": style("Brand/Blue", "FILL", "For what is pressed"),
        "S:2": style("Brand/Sweep", "FILL"),
        "S:3": style("Raised", "EFFECT"),
        "S:4": style("Heading/1", "TEXT"),
        "S:5": style("Glass", "EFFECT"),
        "S:6": style("Photo", "FILL"),
        "S:7": style("Not used", "FILL"),
        "S:8": style("12 columns", "GRID"),
      },
    },
  );
}
