import type { RGBA } from "@figma/rest-api-spec";
import { over } from "../../nodes/over.ts";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import { hexOf } from "../../tokens/hex-of.ts";
import { LayerIndex } from "../compositing/layer-index.ts";
import { readableColor } from "../compositing/readable-color.ts";
import { type Contrast, textContrast } from "../compositing/text-contrast.ts";
import { type TextRun, textRuns } from "../compositing/text-runs.ts";
import type { LintRule, Problem } from "../rule.ts";

/** Layers that are looked at or painted in one design; the texts that are left then are counted as not checked. */
const mostWork = 6_000_000;

const white: RGBA = { r: 1, g: 1, b: 1, a: 1 };

/**
 * Text stands out from what is behind it (WCAG 2.2, success criterion 1.4.3): by 4.5 to 1, large text by 3 to 1, at the worst point.
 * Text of what is disabled need not.
 */
export const contrast: LintRule = {
  name: "contrast",
  prepare(design) {
    const index = new LayerIndex(design.extents);
    let painted = 0;
    return (placed) => {
      if (placed.node.type !== "TEXT" || !design.isSeen(placed) || isDisabled(placed)) return [];
      if (index.visits + painted > mostWork) {
        design.leaveOut("contrast");
        return [];
      }
      const page = pageOf(placed);
      const box = placed.node.absoluteRenderBounds ?? placed.node.absoluteBoundingBox;
      const layers = box === undefined || box === null ? undefined : index.within(page, box);
      if (layers === undefined || box === undefined || box === null) return [];
      const base = over(page.node.backgroundColor ?? white, white);
      return textRuns(placed.node).flatMap((run) => {
        const fills = run.fills.filter(({ visible = true, opacity = 1 }) => visible && opacity > 0);
        if (fills.length === 0) return [];
        const { worst: found, work } = textContrast(layers, base, { placed, fills, box });
        painted += work;
        const needed = isLarge(run) ? 3 : 4.5;
        return found === undefined || found.ratio >= needed ? [] : [problem(found, run, needed)];
      });
    };
  },
};

function problem(found: Contrast, run: TextRun, needed: number): Problem {
  const about = `${JSON.stringify(run.text.slice(0, 30))} (${Number(run.fontSize.toFixed(1))}px, weight ${run.fontWeight})`;
  if (found.doubt !== undefined && found.most >= needed)
    return {
      severity: "unknown",
      what: `behind ${about} is ${found.doubt}: a contrast of ${needed}:1 is not certain`,
      mend: "Look at it, or lay an opaque enough colour between.",
    };
  const doubt = found.doubt === undefined ? "" : ` at best, before ${found.doubt}`;
  // Rounded down, so that 4.49 is not told as the 4.5 that it lacks.
  const ratio = Math.floor(found.most * 100) / 100;
  return {
    severity: "error",
    what: `contrast ${ratio}:1${doubt} of ${about}, ${hexOf(found.text)} on ${hexOf(found.background)}, needs ${needed}:1`,
    mend: mendOf(found, needed),
  };
}

/** Steps of lightness beyond which a colour is another one, and no mend of this one. */
const far = 0.3;

/** The nearest colours that would do, of the text and of what is behind it. */
function mendOf({ text, background }: Contrast, needed: number): string {
  const mends = [
    { what: "the text", color: readableColor(text, background, needed) },
    { what: "the background", color: readableColor(background, text, needed) },
  ]
    .flatMap(({ what, color }) => (color === undefined ? [] : [{ what, ...color }]))
    .sort((one, other) => one.distance - other.distance);
  const near = mends.filter(({ distance }, index) => index === 0 || distance <= far);
  return `Make ${near.map(({ what, hex }) => `${what} ${hex}`).join(" or ")}.`;
}

/** WCAG 2.2, "large scale": 18 points, or 14 where it is bold; a point is 4/3 of a pixel. */
function isLarge({ fontSize, fontWeight }: TextRun): boolean {
  return fontSize >= 24 || (fontSize >= 18.66 && fontWeight >= 700);
}

function isDisabled(placed: PlacedNode): boolean {
  for (let at: PlacedNode | undefined = placed; at !== undefined; at = at.parent) {
    if (at.node.type === "TEXT") continue;
    const states = Object.entries(at.node.componentProperties ?? {}).map(
      ([name, { value }]) => `${name.replace(/#.*$/, "")}=${value}`,
    );
    if ([at.node.name, ...states].some(saysDisabled)) return true;
  }
  return false;
}

/** `Disabled`, `State=Disabled`, `Disabled=true`, and not `Disabled=False`. */
function saysDisabled(name: string): boolean {
  return /\b(disabled|inactive)\b(?!\s*=\s*(false|no|off)\b)/i.test(name);
}

function pageOf(placed: PlacedNode): PlacedNode {
  let page = placed;
  while (page.parent?.parent !== undefined) page = page.parent;
  return page;
}
