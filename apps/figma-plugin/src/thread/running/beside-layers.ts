import { subtreeHash } from "@drawbridge/figma/plan";
import type { BaseStyle, PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { readVariables } from "../reading/read-variables.ts";
import { localStyles } from "./prepare.ts";

const worn = ["paints", "effects", "layoutGrids", "fontName", "fontSize", "lineHeight", "letterSpacing"] as const;

/** A hash over variables, styles and the list of pages: what a person does to them Figma tells no plugin that has not loaded all pages. */
export async function besideLayers(figma: PluginAPI): Promise<string> {
  const styles = (await localStyles(figma)).map((style) => [style.id, style.name, style.description, lookOf(style)]);
  const pages = figma.root.children.map(({ id, name }) => [id, name]);
  return subtreeHash({ variables: await readVariables(figma), styles, pages });
}

function lookOf(style: BaseStyle): readonly unknown[] {
  const held = style as unknown as Readonly<Record<string, unknown>>;
  return worn.map((key) => (key in style ? held[key] : null));
}
