import type { FigmaDocument } from "../documents/figma-document.ts";
import { FlatLayers } from "../outline/flat-layers.ts";
import { imageFolds } from "../outline/image-folds.ts";
import type { Layer } from "../outline/layer.ts";
import { ComponentNames } from "./component-names.ts";
import { DesignStyles } from "./design-styles.ts";

/** A document, or some layers of it, made ready to be told: laid out flat once, and its shared values found when they are first wanted. */
export class Design {
  readonly document: FigmaDocument;
  readonly roots: readonly Layer[];
  readonly code: ReadonlyMap<string, string>;
  readonly names: ComponentNames;
  readonly flat: FlatLayers;
  /** 1 for each layer that is told as one image with all that is inside. */
  readonly folds: Uint8Array;
  /** Of each layer: the index of the instance that it is inside of, or −1. */
  readonly instances: Int32Array;
  /** Components that have a line of their own. */
  readonly #told: ReadonlySet<string>;
  #styles: DesignStyles | undefined;
  #overridden: ReadonlyMap<string, readonly string[]> | undefined;

  /**
   * @param roots what is to be told; layers inside others of them are told with those
   * @param code by node id, the code that a project connects to components
   */
  constructor(document: FigmaDocument, roots: readonly Layer[], code: ReadonlyMap<string, string> = new Map()) {
    this.document = document;
    this.roots = roots;
    this.code = code;
    this.flat = FlatLayers.of(roots);
    this.#told = new Set(this.flat.layers.filter(({ type }) => type === "COMPONENT").map(({ id }) => id));
    this.names = new ComponentNames(document, code, this.#told);
    this.folds = imageFolds(this.flat);
    this.instances = instancesOf(this.flat);
  }

  /** Whether a layer is inside an instance of a component that has a line of its own. */
  isCopy(index: number): boolean {
    const id = this.flat.layers[this.instances[index] ?? -1]?.componentId;
    return id !== undefined && this.#told.has(id);
  }

  get styles(): DesignStyles {
    this.#styles ??= new DesignStyles(this.document, this.flat, this.folds, this.names);
    return this.#styles;
  }

  /** The fields that an instance sets itself on a layer inside it, by that layer's id. */
  get overridden(): ReadonlyMap<string, readonly string[]> {
    this.#overridden ??= overriddenIn(this.flat.layers);
    return this.#overridden;
  }
}

function instancesOf({ layers, parents }: FlatLayers): Int32Array {
  const instances = new Int32Array(layers.length);
  for (let index = 0; index < layers.length; index += 1) {
    const parent = parents[index] ?? -1;
    instances[index] = parent < 0 ? -1 : layers[parent]?.type === "INSTANCE" ? parent : (instances[parent] ?? -1);
  }
  return instances;
}

function overriddenIn(layers: readonly Layer[]): ReadonlyMap<string, readonly string[]> {
  const overridden = new Map<string, readonly string[]>();
  for (const { overrides } of layers) {
    if (!Array.isArray(overrides)) continue;
    for (const { id, overriddenFields } of overrides) {
      if (!Array.isArray(overriddenFields) || overriddenFields.length === 0) continue;
      overridden.set(id, [...new Set([...(overridden.get(id) ?? []), ...overriddenFields.map(String)])]);
    }
  }
  return overridden;
}
