import { estimateTokens } from "../budget/estimate-tokens.ts";
import type { Layer } from "../outline/layer.ts";
import type { Design } from "./design.ts";
import { quoted } from "./quoted.ts";
import { typeName } from "./type-name.ts";

const longestName = 32;
const mostShown = 12;

/**
 * The layers that hold the first one of a later page, the outermost first, with their whole ids; as many of the innermost as there is room
 * for. Undefined where none holds it, or where there is no room.
 */
export function whereItGoesOn({ flat }: Design, start: number, tokens: number): string | undefined {
  let text = "";
  let shown = 0;
  for (let index = flat.parents[start] ?? -1; index >= 0; index = flat.parents[index] ?? -1) {
    const layer = flat.layers[index] as Layer;
    const name = String(layer.name ?? "");
    const told = quoted(name.length > longestName ? `${name.slice(0, longestName)}…` : name);
    const one = `${typeName(layer.type)} ${told} ${layer.id}`;
    const longer = text === "" ? one : `${one} > ${text}`;
    if (shown === mostShown || estimateTokens(`within … > ${longer}`) + 2 > tokens) {
      return text === "" ? undefined : `within … > ${text}`;
    }
    text = longer;
    shown += 1;
  }
  return text === "" ? undefined : `within ${text}`;
}
