import { layOut } from "../lay-out.ts";
import type { Layer, Stack, Text } from "../layer.ts";
import { textSize } from "../text-size.ts";

type More = Partial<Omit<Layer, "id" | "name" | "type" | "children">>;
type Named = readonly [id: string, name: string];

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

/** A frame whose layers auto layout puts. */
export function stack([id, name]: Named, settings: Stack, children: readonly Layer[], more: More = {}): Layer {
  return layOut({ ...nowhere, clips: false, ...more, id, name, type: "FRAME", stack: settings, children });
}

/** A frame whose layers lie where they are put. */
export function frame(
  [id, name]: Named,
  size: readonly [number, number],
  children: readonly Layer[],
  more: More = {},
): Layer {
  return layOut({
    ...nowhere,
    clips: true,
    width: size[0],
    height: size[1],
    ...more,
    id,
    name,
    type: "FRAME",
    children,
  });
}

export function rectangle([id, name]: Named, size: readonly [number, number], more: More = {}): Layer {
  return { ...nowhere, width: size[0], height: size[1], ...more, id, name, type: "RECTANGLE" };
}

export function ellipse([id, name]: Named, size: readonly [number, number], more: More = {}): Layer {
  return { ...nowhere, width: size[0], height: size[1], ...more, id, name, type: "ELLIPSE" };
}

export function vector([id, name]: Named, size: readonly [number, number], path: string, more: More = {}): Layer {
  return { ...nowhere, width: size[0], height: size[1], path, ...more, id, name, type: "VECTOR" };
}

/** A text that grows with what it says, or, in a width, with its lines. */
export function text(
  [id, name]: Named,
  style: Omit<Text, "characters" | "resizes">,
  characters: string,
  more: More & { readonly runs?: Text["runs"]; readonly list?: boolean } = {},
): Layer {
  const { runs, list, width, ...rest } = more;
  const set: Text = {
    ...style,
    characters,
    resizes: width === undefined ? "WIDTH_AND_HEIGHT" : "HEIGHT",
    ...(runs && { runs }),
    ...(list && { list }),
  };
  return { ...nowhere, ...textSize(set, width), ...rest, id, name, type: "TEXT", text: set };
}

/** A component made of a frame. */
export function component(made: Layer, more: Pick<Layer, "properties" | "description"> = {}): Layer {
  return { ...made, ...more, type: "COMPONENT" };
}

export function instance(
  [id, name]: Named,
  of: Layer,
  more: More & Omit<NonNullable<Layer["instance"]>, "of"> = {},
): Layer {
  const { values, changes, ...rest } = more;
  const shown = { of: of.id, ...(values && { values }), ...(changes && { changes }) };
  return { x: 0, y: 0, width: of.width, height: of.height, ...rest, id, name, type: "INSTANCE", instance: shown };
}
