import type { DesignNode } from "../../nodes/design-node.ts";
import { styleId } from "../../nodes/style-id.ts";
import type { LintedDesign } from "../linted-design.ts";
import type { LintRule, Problem } from "../rule.ts";
import { lookOf, type StyledPart, styleIndex } from "../style-index.ts";

const parts = ["fill", "stroke", "text", "effect"] as const;
const fields = { fill: "fills", stroke: "strokes", text: "style", effect: "effects" } as const;

/**
 * What looks like a style uses it, so that it changes with the style; and a style that is used is there. What a variable is bound to
 * is no style's, and a component's copies are mended in the component.
 */
export const detachedStyle: LintRule = {
  name: "detached-style",
  prepare(design) {
    const looks = styleIndex(design);
    return (placed) => {
      const { node } = placed;
      if (!design.isSeen(placed)) return [];
      return parts.flatMap((part): Problem[] => {
        if (design.isInherited(placed, fields[part])) return [];
        const used = styleId(node, part);
        if (used !== undefined) return missing(used, part, design);
        if (isBound(node, part) || (part === "text" && node.type !== "TEXT")) return [];
        const name = looks[part].get(lookOf(node, part) ?? "");
        return name === undefined ? [] : [detached(part, name)];
      });
    };
  },
};

function detached(part: StyledPart, name: string): Problem {
  return {
    severity: "warning",
    what: `${part} looks like the style ${JSON.stringify(name)} and does not use it`,
    mend: `Apply the style ${JSON.stringify(name)}.`,
  };
}

function missing(id: string, part: StyledPart, { document }: LintedDesign): Problem[] {
  if (document.styles[id] !== undefined) return [];
  return [
    {
      severity: "warning",
      what: `${part} uses a style that the file does not have any more (${id})`,
      mend: "Apply a style that is there.",
    },
  ];
}

function isBound(node: DesignNode, part: StyledPart): boolean {
  if (part === "text") return node.boundVariables?.fontSize !== undefined;
  if (part === "effect") return node.boundVariables?.effects !== undefined;
  const paints = (part === "fill" ? node.fills : node.strokes) ?? [];
  return paints.some((paint) => "boundVariables" in paint && paint.boundVariables !== undefined);
}
