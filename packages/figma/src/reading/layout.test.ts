import { describe, expect, it } from "vitest";
import { layer, toldTree } from "../../test/told-tree.ts";
import type { Layer } from "../outline/layer.ts";

const box = [0, 0, 100, 50] as const;
const inside = (holder: Partial<Layer>, child: Partial<Layer>) => {
  const children = [layer("RECTANGLE", "2", [10, 20, 30, 40], child)];
  return toldTree([layer("FRAME", "1", box, { ...holder, children })])
    .split("\n")
    .at(-1)
    ?.trim();
};
const alone = (more: Partial<Layer>) => toldTree([layer("FRAME", "1", [-5, 7.126, 100, 50], more)]).trim();

describe("layout", () => {
  it("is told as CSS's flexbox", () => {
    const row: Partial<Layer> = {
      ...{ layoutMode: "HORIZONTAL", itemSpacing: 8, primaryAxisAlignItems: "MAX", counterAxisAlignItems: "CENTER" },
      ...{ paddingTop: 4, paddingBottom: 4, paddingLeft: 12, paddingRight: 12 },
      ...{ layoutSizingHorizontal: "FIXED", layoutSizingVertical: "HUG" },
    };
    expect(alone(row)).toBe('frame "1" 1 @-5,7.13 100x50 hug-h row gap:8 pad:4,12 items:center justify:end');
    const wrap: Partial<Layer> = { ...row, layoutWrap: "WRAP", counterAxisSpacing: 6, paddingTop: 1, minWidth: 40 };
    expect(alone(wrap)).toContain("min-w:40 row wrap gap:8,6 pad:1,12,4,12");
    const column: Partial<Layer> = { layoutMode: "VERTICAL", primaryAxisAlignItems: "SPACE_BETWEEN", itemSpacing: 99 };
    expect(alone(column)).toMatch(/hug col justify:between$/);
  });

  it("is told as CSS's grid, with the cell of what is inside", () => {
    const grid: Partial<Layer> = {
      ...{ layoutMode: "GRID", gridColumnsSizing: "repeat(2, 1fr)", gridRowCount: 3, gridRowGap: 4, gridColumnGap: 8 },
      ...{ layoutSizingHorizontal: "FIXED", layoutSizingVertical: "FIXED" },
    };
    expect(alone(grid)).toContain('grid cols:"repeat(2, 1fr)" rows:3 gap:4,8');
    const child: Partial<Layer> = { gridRowAnchorIndex: 1, gridColumnAnchorIndex: 0, gridColumnSpan: 2 };
    expect(inside(grid, { ...child, gridChildHorizontalAlign: "MAX" })).toBe(
      'rect "2" 2 30x40 cell:2/1+2 justify-self:end',
    );
  });

  it("places what does not flow in what holds it, and says what it keeps its distance to", () => {
    expect(inside({}, { constraints: { horizontal: "RIGHT", vertical: "TOP_BOTTOM" } })).toBe(
      'rect "2" 2 @10,20 30x40 pin:right,top-bottom',
    );
    expect(inside({ layoutMode: "HORIZONTAL" }, { layoutPositioning: "ABSOLUTE" })).toBe('rect "2" 2 abs @10,20 30x40');
    expect(inside({ layoutMode: "HORIZONTAL" }, { layoutSizingHorizontal: "FILL" })).toBe('rect "2" 2 30x40 fill-w');
  });

  it("is read from the fields of older documents too", () => {
    expect(inside({ layoutMode: "HORIZONTAL" }, { layoutGrow: 1, layoutAlign: "STRETCH" })).toBe(
      'rect "2" 2 30x40 fill',
    );
    expect(alone({ layoutMode: "VERTICAL", primaryAxisSizingMode: "FIXED" })).toContain("100x50 hug-w col");
  });

  it("says what is cut off, scrolls and stays", () => {
    expect(alone({ clipsContent: true, overflowDirection: "VERTICAL_SCROLLING" })).toMatch(/ clip scroll:y$/);
    expect(inside({}, { scrollBehavior: "FIXED" })).toMatch(/ fixed$/);
    expect(inside({}, { scrollBehavior: "STICKY_SCROLLS" })).toMatch(/ sticky$/);
  });
});
