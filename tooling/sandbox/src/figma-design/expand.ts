import { type Design, layersOf } from "./design.ts";
import { layOut } from "./lay-out.ts";
import type { Change, Layer, Property, Values } from "./layer.ts";
import { textSize } from "./text-size.ts";

/** A layer in an instance, with where it is in the component. */
export type Expanded = Omit<Layer, "children"> & {
  readonly children?: readonly Expanded[];
  /** The ids of the instances on the way, and of the layer. */
  readonly path: readonly string[];
  readonly source: Layer;
};

/** Expands instances: what a person sees of them. */
export class Expander {
  readonly #layers: ReadonlyMap<string, Layer>;

  constructor(design: Design) {
    this.#layers = new Map([...layersOf(design)].map((layer) => [layer.id, layer]));
  }

  find(id: string): Layer {
    const layer = this.#layers.get(id);
    if (layer === undefined) throw new Error(`The design has no layer ${id}`);
    return layer;
  }

  /** The set of a variant. */
  setOf(component: string): Layer | undefined {
    return [...this.#layers.values()].find(
      ({ type, children }) => type === "COMPONENT_SET" && children?.some(({ id }) => id === component),
    );
  }

  property(id: string): Property {
    const property = [...this.#layers.values()]
      .flatMap(({ properties = [] }) => properties)
      .find((each) => each.id === id);
    if (property === undefined) throw new Error(`The design has no property ${id}`);
    return property;
  }

  /** The instance as its component is, with its own place and name, and with the layers in it. */
  expand(instance: Layer): Expanded {
    return this.#expand(instance, [], instance.instance?.changes ?? {});
  }

  #expand(instance: Layer, path: readonly string[], changes: Readonly<Record<string, Change>>): Expanded {
    const { of, values = {} } = instance.instance ?? { of: "" };
    const component = this.find(of);
    const inside = (component.children ?? []).map((child) => this.#inside(child, path, values, changes));
    const { properties: _, description: __, set: ___, ...looks } = component;
    const shell = { ...looks, ...definedOnly(instance), children: inside };
    const done = layOut(shell as unknown as Layer);
    return { ...done, path, source: instance } as unknown as Expanded;
  }

  #inside(source: Layer, around: readonly string[], values: Values, changes: Readonly<Record<string, Change>>): Layer {
    const path = [...around, source.id];
    const change = changes[path.join(";")];
    const { properties, ...looks } = change ?? {};
    const changed = withValues({ ...source, ...looks }, values);
    if (changed.instance !== undefined) {
      const own = { ...changed.instance, values: { ...changed.instance.values, ...properties } };
      const inner = Object.entries(changed.instance.changes ?? {}).map(
        ([at, what]) => [`${path.join(";")};${at}`, what] as const,
      );
      return this.#expand({ ...changed, instance: own }, path, {
        ...Object.fromEntries(inner),
        ...changes,
      }) as unknown as Layer;
    }
    const children = source.children?.map((child) => this.#inside(child, around, values, changes));
    return { ...changed, ...(children && { children }), path, source } as unknown as Layer;
  }
}

function withValues(layer: Layer, values: Values): Layer {
  const { visible, characters, component } = layer.set ?? {};
  let result = layer;
  if (visible !== undefined && visible in values) result = { ...result, hidden: values[visible] === false };
  if (component !== undefined && component in values && result.instance !== undefined)
    result = { ...result, instance: { ...result.instance, of: String(values[component]) } };
  if (characters !== undefined && characters in values && result.text !== undefined) {
    const text = { ...result.text, characters: String(values[characters]) };
    result = { ...result, text, ...(text.resizes === "WIDTH_AND_HEIGHT" ? textSize(text) : {}) };
  }
  return result;
}

function definedOnly(layer: Layer): Partial<Layer> {
  return Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined));
}
