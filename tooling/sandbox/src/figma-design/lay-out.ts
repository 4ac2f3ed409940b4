import type { Layer, Stack } from "./layer.ts";

type Box = { x: number; y: number; width: number; height: number };

/** The layers in stacks put where auto layout puts them, from the innermost stack to the outermost. */
export function layOut(layer: Layer): Layer {
  const children = layer.children?.map(layOut);
  if (children === undefined) return layer;
  if (layer.stack === undefined) return { ...layer, children };
  return layer.stack.wraps === undefined ? inLine(layer, layer.stack, children) : inRows(layer, layer.stack, children);
}

function inLine(layer: Layer, stack: Stack, children: readonly Layer[]): Layer {
  const flat = stack.direction === "HORIZONTAL";
  const [along, across] = flat ? (["width", "height"] as const) : (["height", "width"] as const);
  const [top, right, bottom, left] = stack.padding ?? [0, 0, 0, 0];
  const [start, end, side, otherSide] = flat ? [left, right, top, bottom] : [top, bottom, left, right];
  const flowing = children.filter((child) => child.absolute !== true && child.hidden !== true);
  const gaps = (stack.gap ?? 0) * Math.max(0, flowing.length - 1);
  const [hugsAlong, hugsAcross] = stack.hugs ?? [true, true];

  const size = { width: layer.width, height: layer.height };
  const widest = Math.max(0, ...flowing.filter((child) => child.fillsAcross !== true).map((child) => child[across]));
  if (hugsAcross) size[across] = widest + side + otherSide;
  const fixed = flowing.filter((child) => child.fillsAlong !== true).reduce((sum, child) => sum + child[along], 0);
  if (hugsAlong) size[along] = fixed + gaps + start + end;
  const growing = flowing.filter((child) => child.fillsAlong === true).length;
  const share = growing === 0 ? 0 : (size[along] - start - end - gaps - fixed) / growing;
  const spare = growing === 0 ? size[along] - start - end - gaps - fixed : 0;

  let at = start + (stack.along === "CENTER" ? spare / 2 : stack.along === "MAX" ? spare : 0);
  const between = stack.along === "SPACE_BETWEEN" && flowing.length > 1 ? spare / (flowing.length - 1) : 0;
  const placed = children.map((child) => {
    if (child.absolute === true) return child;
    const long = child.fillsAlong === true ? share : child[along];
    const broad = child.fillsAcross === true ? size[across] - side - otherSide : child[across];
    const room = size[across] - side - otherSide - broad;
    const aside = side + (stack.across === "CENTER" ? room / 2 : stack.across === "MAX" ? room : 0);
    const box: Box = flat
      ? { x: at, y: aside, width: long, height: broad }
      : { x: aside, y: at, width: broad, height: long };
    if (child.hidden !== true) at += long + (stack.gap ?? 0) + between;
    return resized(child, box);
  });
  return { ...layer, ...size, children: placed };
}

/** Rows that break where the next layer would not fit. */
function inRows(layer: Layer, stack: Stack, children: readonly Layer[]): Layer {
  const [top, right, bottom, left] = stack.padding ?? [0, 0, 0, 0];
  let [x, y, row] = [left, top, 0];
  const placed = children.map((child) => {
    if (x > left && x + child.width > layer.width - right) [x, y, row] = [left, y + row + (stack.wraps?.gap ?? 0), 0];
    const box = { x, y, width: child.width, height: child.height };
    [x, row] = [x + child.width + (stack.gap ?? 0), Math.max(row, child.height)];
    return { ...child, ...box };
  });
  return { ...layer, height: y + row + bottom, children: placed };
}

function resized(layer: Layer, box: Box): Layer {
  const moved = { ...layer, ...box };
  return layer.stack !== undefined && (layer.width !== box.width || layer.height !== box.height)
    ? layOut(moved)
    : moved;
}
