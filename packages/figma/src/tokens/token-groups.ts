import type { FigmaDocument } from "../documents/figma-document.ts";
import { refTo } from "./ref-to.ts";
import { settleAliases } from "./settle-aliases.ts";
import { styleGroups } from "./style-groups.ts";
import type { TokenGroup } from "./token.ts";
import { variableGroups } from "./variable-groups.ts";

/** All tokens of a design, with all their modes, and what is to be said of what is not among them. */
export interface DesignTokens {
  readonly groups: readonly TokenGroup[];
  readonly notes: readonly string[];
}

/** Names in one note. */
const mostNamed = 12;

/** The tokens of a design: its variables, and its styles. */
export function tokenGroups(document: FigmaDocument): DesignTokens {
  const variables = document.variables === undefined ? [] : settleAliases(variableGroups(document.variables));
  const { groups: styles, unseen, unsaid } = styleGroups(document, refTo(variables));
  const withoutVariables =
    "The source does not tell variables (REST does on Enterprise plans alone): these tokens come from styles alone, and have no modes.";
  return {
    groups: [...variables, ...styles],
    notes: [
      ...(document.variables === undefined ? [withoutVariables] : []),
      ...named(unseen, "used by no node that was read, so that their values are not known"),
      ...named(unsaid, "with nothing that a token can say (grids, images, patterns, mixed effects)"),
    ],
  };
}

function named(names: readonly string[], why: string): readonly string[] {
  if (names.length === 0) return [];
  const told = names.slice(0, mostNamed).join(", ");
  return [`Styles ${why}: ${told}${names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ""}.`];
}
