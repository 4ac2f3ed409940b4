import type { FigmaDocument } from "../documents/figma-document.ts";
import { chooseModes } from "./choose-modes.ts";
import type { TokenFile } from "./token-file.ts";
import { tokenGroups } from "./token-groups.ts";
import { tokenPaths } from "./token-paths.ts";
import { writeCss } from "./write-css.ts";
import { writeDtcg } from "./write-dtcg.ts";
import { writeStyleDictionary } from "./write-style-dictionary.ts";
import { writeTailwind } from "./write-tailwind.ts";

/** The formats that tokens are written in. */
export const tokenFormats = ["dtcg", "css", "tailwind", "style-dictionary"] as const;

export type TokenFormat = (typeof tokenFormats)[number];

/** A design's tokens as files, and what is to be said of what is not in them. */
export interface TokenFiles {
  readonly files: readonly TokenFile[];
  readonly tokens: number;
  /** As `Theme: Light, Dark`. */
  readonly modes: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Writes the tokens of a design.
 *
 * @param modes names of those that are wanted; all where it is left out
 * @throws ConnectorError for a mode that is not there
 */
export function tokenFiles(
  document: FigmaDocument,
  format: TokenFormat,
  modes?: readonly string[] | undefined,
): TokenFiles {
  const { groups: all, notes } = tokenGroups(document);
  const groups = chooseModes(all, modes);
  // Names do not depend on which modes are asked for.
  const write = {
    dtcg: () => writeDtcg(groups, tokenPaths(all)),
    css: () => writeCss(groups, all),
    tailwind: () => writeTailwind(groups, all),
    "style-dictionary": () => writeStyleDictionary(groups, tokenPaths(all)),
  }[format];
  return {
    files: write(),
    tokens: groups.reduce((count, { tokens }) => count + tokens.length, 0),
    modes: groups.filter(({ modes: own }) => own.length > 1).map((group) => `${group.name}: ${group.modes.join(", ")}`),
    notes,
  };
}
