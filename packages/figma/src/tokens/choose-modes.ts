import { ConnectorError } from "@drawbridge/core";
import type { TokenGroup } from "./token.ts";

/**
 * Of each group the modes that are wanted: those named, in the order in which they are named, so that the first becomes the one
 * that holds where nothing else is said; all of them where none is named; a group's default where it has none of the named.
 *
 * @throws ConnectorError for a mode that no group has
 */
export function chooseModes(
  groups: readonly TokenGroup[],
  wanted: readonly string[] | undefined,
): readonly TokenGroup[] {
  if (wanted === undefined || wanted.length === 0) return groups;
  const known = new Set(groups.flatMap(({ modes }) => modes).filter((mode) => mode !== ""));
  const unknown = wanted.filter((mode) => indexOfMode([...known], mode) < 0);
  if (unknown.length > 0) {
    const told = known.size === 0 ? "It has no modes." : `Its modes: ${[...known].slice(0, 40).join(", ")}.`;
    throw new ConnectorError("invalid_input", `The file has no mode ${unknown.join(", ")}. ${told}`);
  }
  return groups.map((group) => {
    const named = wanted.map((mode) => indexOfMode(group.modes, mode)).filter((index) => index >= 0);
    const kept = named.length === 0 ? [0] : [...new Set(named)];
    return {
      ...group,
      modes: kept.map((index) => group.modes[index] ?? ""),
      tokens: group.tokens.map((token) => ({
        ...token,
        values: kept.flatMap((index) => token.values[index] ?? token.values[0] ?? []),
      })),
    };
  });
}

/** Exactly, or else without regard to case. */
function indexOfMode(modes: readonly string[], wanted: string): number {
  const exact = modes.indexOf(wanted);
  return exact >= 0 ? exact : modes.findIndex((mode) => mode.toLowerCase() === wanted.toLowerCase());
}
