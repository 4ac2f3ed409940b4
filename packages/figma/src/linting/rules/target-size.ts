import type { Rectangle } from "@figma/rest-api-spec";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import type { LintRule, Problem } from "../rule.ts";
import { targetsOf } from "../targets.ts";

/** CSS pixels: WCAG 2.2, success criteria 2.5.8 (AA) and 2.5.5 (AAA), which is also what makers of phones ask for. */
const least = 24;
const comfortable = 44;

/**
 * What is pressed is at least 24 by 24 pixels (WCAG 2.2, success criterion 2.5.8), unless it stands so far from the other targets
 * that a circle of 24 pixels around its middle meets none of them; and 44 by 44 is better. Links within a text need not be.
 */
export const targetSize: LintRule = {
  name: "target-size",
  prepare(design) {
    const targets = targetsOf(design);
    const near = new Nearness([...targets].flatMap(({ node }) => node.absoluteBoundingBox ?? []));
    return (placed) => {
      const box = placed.node.absoluteBoundingBox;
      if (!targets.has(placed) || box === undefined || box === null || isWithinText(placed)) return [];
      return problemsOf(box, near.isCrowded(box));
    };
  },
};

function problemsOf(box: Rectangle, isCrowded: boolean): readonly Problem[] {
  const size = `${Number(box.width.toFixed(1))}×${Number(box.height.toFixed(1))}px`;
  const smaller = Math.min(box.width, box.height);
  if (smaller < least && isCrowded)
    return [
      {
        severity: "error",
        what: `touch target of ${size}, less than 24×24px and within 24px of another`,
        mend: "Enlarge it to 24×24px at least (44×44px is better), or set it apart.",
      },
    ];
  if (smaller >= comfortable) return [];
  return [
    {
      severity: "warning",
      what: `touch target of ${size}, less than 44×44px`,
      mend: "Enlarge it, or the padding that belongs to it, to 44×44px for touch.",
    },
  ];
}

function isWithinText({ node }: PlacedNode): boolean {
  return node.type === "TEXT" && (node.style?.hyperlink !== undefined || node.characters?.includes(" ") === true);
}

/** Pixels of one cell; circles reach half of the least size. */
const cell = 64;

/** Which targets are close to others, by cells of a grid. */
class Nearness {
  readonly #cells = new Map<string, Rectangle[]>();

  constructor(boxes: readonly Rectangle[]) {
    for (const box of boxes) {
      // Of a target that is as large as a screen every cell would be filled; nothing small is inside of it that is a target too.
      for (const key of cellsOf(box)) {
        const there = this.#cells.get(key);
        if (there === undefined) this.#cells.set(key, [box]);
        else there.push(box);
      }
    }
  }

  /** Whether the circle around a small target meets another target, or the circle of another small one. */
  isCrowded(box: Rectangle): boolean {
    const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const reach = { x: center.x - least, y: center.y - least, width: least * 2, height: least * 2 };
    return cellsOf(reach).some((key) =>
      (this.#cells.get(key) ?? []).some((other) => other !== box && meets(center, other)),
    );
  }
}

function meets(center: { readonly x: number; readonly y: number }, other: Rectangle): boolean {
  const x = Math.max(other.x, Math.min(center.x, other.x + other.width));
  const y = Math.max(other.y, Math.min(center.y, other.y + other.height));
  if (Math.hypot(x - center.x, y - center.y) < least / 2) return true;
  if (Math.min(other.width, other.height) >= least) return false;
  return Math.hypot(other.x + other.width / 2 - center.x, other.y + other.height / 2 - center.y) < least;
}

/** Cells of one box at most: what is larger is no small neighbour, and its edges are near enough to its first cells. */
const mostCells = 400;

function cellsOf({ x, y, width, height }: Rectangle): readonly string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column += 1) {
    for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row += 1) {
      if (keys.length >= mostCells) return keys;
      keys.push(`${column} ${row}`);
    }
  }
  return keys;
}
