import type { HasFramePropertiesTrait, LayoutGrid, Paint, RGBA } from "@figma/rest-api-spec";
import { colorOf } from "./colors.ts";
import { finite } from "./finite.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import { isStack } from "./layout.ts";
import type { Mapping } from "./mapping.ts";
import { told, unless } from "./told.ts";
import { sameWord, translate } from "./translate.ts";

const nothing: RGBA = { r: 0, g: 0, b: 0, a: 0 };

const scrolling = {
  HORIZONTAL: "HORIZONTAL_SCROLLING",
  VERTICAL: "VERTICAL_SCROLLING",
  BOTH: "HORIZONTAL_AND_VERTICAL_SCROLLING",
} as const;

type Justify = NonNullable<HasFramePropertiesTrait["primaryAxisAlignItems"]>;
const justify: Readonly<Record<string, Justify>> = {
  MIN: "MIN",
  CENTER: "CENTER",
  MAX: "MAX",
  SPACE_EVENLY: "SPACE_BETWEEN",
  SPACE_BETWEEN: "SPACE_BETWEEN",
};

/** What a frame does with what is in it. */
export function framePropertiesOf(node: KiwiNode, background: Paint[], mapping: Mapping): HasFramePropertiesTrait {
  const solid = background.findLast((paint) => paint.type === "SOLID" && paint.visible !== false);
  return {
    clipsContent: node.frameMaskDisabled !== true && node.resizeToFit !== true,
    background,
    backgroundColor: solid?.type === "SOLID" ? solid.color : nothing,
    ...told({
      layoutGrids: node.layoutGrids?.length ? node.layoutGrids.map((grid) => layoutGridOf(grid, mapping)) : undefined,
      overflowDirection: translate<(typeof scrolling)[keyof typeof scrolling]>(scrolling, node.scrollDirection),
    }),
    ...stackOf(node),
  };
}

function stackOf(node: KiwiNode): Partial<HasFramePropertiesTrait> {
  const layoutMode = sameWord(["HORIZONTAL", "VERTICAL", "GRID"], node.stackMode);
  if (layoutMode === undefined || !isStack(node)) return {};
  const all = finite(node.stackPadding, 0);
  const wraps = node.stackWrap === "WRAP";
  return {
    layoutMode,
    ...told({
      primaryAxisSizingMode: node.stackPrimarySizing === "FIXED" ? "FIXED" : undefined,
      counterAxisSizingMode: (node.stackCounterSizing ?? "FIXED") === "FIXED" ? "FIXED" : undefined,
      primaryAxisAlignItems: unless("MIN", translate(justify, node.stackPrimaryAlignItems ?? node.stackJustify)),
      counterAxisAlignItems: sameWord(["CENTER", "MAX", "BASELINE"], node.stackCounterAlignItems ?? node.stackAlign),
      paddingLeft: unless(0, finite(node.stackHorizontalPadding, all)),
      paddingRight: unless(0, finite(node.stackPaddingRight, all)),
      paddingTop: unless(0, finite(node.stackVerticalPadding, all)),
      paddingBottom: unless(0, finite(node.stackPaddingBottom, all)),
      itemSpacing: unless(0, finite(node.stackSpacing, 0)),
      layoutWrap: layoutMode === "GRID" ? undefined : wraps ? "WRAP" : "NO_WRAP",
      counterAxisSpacing: wraps ? unless(0, finite(node.stackCounterSpacing, 0)) : undefined,
      counterAxisAlignContent: wraps ? sameWord(["SPACE_BETWEEN"], node.stackCounterAlignContent) : undefined,
      itemReverseZIndex: unless(false, node.stackReverseZIndex),
      strokesIncludedInLayout: unless(false, node.bordersTakeSpace),
    }),
  };
}

function layoutGridOf(grid: Kiwi<"LayoutGrid">, { variables }: Mapping): LayoutGrid {
  const aliases = told({
    gutterSize: variables.aliasIn(grid.gutterSizeVar),
    numSections: variables.aliasIn(grid.numSectionsVar),
    sectionSize: variables.aliasIn(grid.sectionSizeVar),
    offset: variables.aliasIn(grid.offsetVar),
  });
  return {
    pattern: grid.pattern === "GRID" ? "GRID" : grid.axis === "Y" ? "ROWS" : "COLUMNS",
    sectionSize: finite(grid.sectionSize, 0),
    visible: grid.visible !== false,
    color: colorOf(grid.color),
    alignment: sameWord(["MIN", "MAX", "STRETCH", "CENTER"], grid.type) ?? "MIN",
    gutterSize: finite(grid.gutterSize, 0),
    offset: finite(grid.offset, 0),
    count: finite(grid.numSections, 0),
    ...(Object.keys(aliases).length === 0 ? {} : { boundVariables: aliases }),
  };
}
