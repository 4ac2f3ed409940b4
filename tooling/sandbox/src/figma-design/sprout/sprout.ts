import { png } from "../../figma/pictures/png.ts";
import type { Design } from "../design.ts";
import { Expander } from "../expand.ts";
import { layOut } from "../lay-out.ts";
import type { Layer } from "../layer.ts";
import { buttons, card, row, toggle } from "./components.ts";
import { icons } from "./icons.ts";
import { type Revision, screens } from "./screens.ts";
import { sketches } from "./sketches.ts";
import { styles } from "./styles.ts";
import { collections } from "./variables.ts";

/** A small app that helps to water plants, as its designer keeps it; revised, as it is a week later. */
export function sprout(revision: Revision = { revised: false }): Design {
  const below = (layers: readonly Layer[], left: number) =>
    layers.map((layer, index) => ({ ...layer, x: left, y: index * 320 }));
  const across = icons.map((icon, index) => ({ ...icon, x: index * 48, y: -80 }));
  const draft: Design = {
    name: "Sprout",
    pages: [
      { id: "0:1", name: "Screens", layers: screens(revision) },
      { id: "0:2", name: "Components", layers: [...across, ...below([buttons, row, toggle, card], 0)] },
      { id: "0:3", name: "Sketches", layers: sketches() },
    ],
    collections,
    styles,
    images: new Map([
      ["monstera", picture(47, 125, 79)],
      ["calathea", picture(108, 88, 141)],
    ]),
  };
  const expander = new Expander(draft);
  return {
    ...draft,
    pages: draft.pages.map((page) => ({
      ...page,
      layers: page.layers.map((layer) => layOut(fitted(layer, expander))),
    })),
  };
}

/** Instances that hug what they show are as large as that. */
function fitted(layer: Layer, expander: Expander): Layer {
  if (layer.type === "INSTANCE") {
    const { width, height } = expander.expand(layer);
    return { ...layer, width, height };
  }
  return layer.children === undefined
    ? layer
    : { ...layer, children: layer.children.map((child) => fitted(child, expander)) };
}

/** Leaves in the light of a window, from far away. */
function picture(red: number, green: number, blue: number): Uint8Array {
  return png(64, 48, (x, y) => {
    const light = 0.6 + 0.4 * Math.sin(x / 9) * Math.cos(y / 7);
    return [Math.round(red * light), Math.round(green * light), Math.round(blue * light), 255];
  });
}
