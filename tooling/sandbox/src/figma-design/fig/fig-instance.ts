import type { Design } from "../design.ts";
import type { Expanded, Expander } from "../expand.ts";
import type { Change, Layer, Values } from "../layer.ts";
import { figPaints } from "./fig-paints.ts";
import { guid } from "./guid.ts";

/** What a file stores of an instance: whose it is, what is changed in it, and what Figma computed of that. */
export function figInstance(layer: Layer, design: Design, expander: Expander) {
  if (layer.instance === undefined) return {};
  const { of, values = {}, changes = {} } = layer.instance;
  return {
    symbolData: {
      symbolID: guid(of),
      symbolOverrides: Object.entries(changes).map(([path, change]) => ({
        guidPath: { guids: path.split(";").map(guid) },
        ...figChange(change, design, expander),
      })),
    },
    ...(Object.keys(values).length === 0 ? {} : { componentPropAssignments: assigned(values, expander) }),
    derivedSymbolData: derivedIn(expander.expand(layer)),
  };
}

function figChange(change: Change, design: Design, expander: Expander) {
  return {
    ...(change.fills && { fillPaints: figPaints(change.fills, design) }),
    ...(change.opacity === undefined ? {} : { opacity: change.opacity }),
    ...(change.hidden === undefined ? {} : { visible: !change.hidden }),
    ...(change.properties && { componentPropAssignments: assigned(change.properties, expander) }),
  };
}

function assigned(values: Values, expander: Expander) {
  return Object.entries(values).map(([id, value]) => ({
    defID: guid(id),
    value: figValue(expander.property(id).type, value),
  }));
}

export function figValue(type: string, value: string | boolean) {
  if (type === "BOOLEAN") return { boolValue: value === true };
  return type === "TEXT" ? { textValue: { characters: String(value) } } : { guidValue: guid(String(value)) };
}

/** The layers whose size or place is another than in the component. */
function derivedIn(expanded: Expanded): object[] {
  return (expanded.children ?? []).flatMap((child) => {
    const { path, source, x, y, width, height } = child;
    const resized = width !== source.width || height !== source.height;
    const moved = x !== source.x || y !== source.y;
    const own = {
      guidPath: { guids: path.map(guid) },
      ...(resized ? { size: { x: width, y: height } } : {}),
      ...(moved ? { transform: { m00: 1, m01: 0, m02: x, m10: 0, m11: 1, m12: y } } : {}),
    };
    return [...(resized || moved ? [own] : []), ...derivedIn(child)];
  });
}
