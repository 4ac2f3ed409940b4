import type { KiwiNode } from "./kiwi.ts";
import { idOf, type Scene } from "./scene.ts";
import { told } from "./told.ts";

/** The styles that a layer refers to, by what they style; files of before 2021 refer in other words. */
export function styleReferencesOf(node: KiwiNode, scene: Scene): { styles?: Record<string, string> } {
  const id = (...references: ReadonlyArray<Parameters<Scene["referred"]>[0]>) => {
    for (const reference of references) {
      const style = scene.referred(reference);
      if (style?.styleType !== undefined) return idOf(style);
    }
    return undefined;
  };
  const legacy = (guid: KiwiNode["inheritFillStyleID"]) => guid && { guid };
  const styles: Record<string, string> = told({
    fill: id(node.styleIdForFill, legacy(node.inheritFillStyleID)),
    stroke: id(node.styleIdForStrokeFill, legacy(node.inheritFillStyleIDForStroke)),
    text: id(node.styleIdForText, legacy(node.inheritTextStyleID)),
    effect: id(node.styleIdForEffect, legacy(node.inheritEffectStyleID)),
    grid: id(node.styleIdForGrid, legacy(node.inheritGridStyleID)),
  });
  return Object.keys(styles).length === 0 ? {} : { styles };
}
