import type { FigmaDocument } from "../documents/figma-document.ts";
import { quoted } from "./quoted.ts";

const longestNote = 240;

/** The components of a document by id: what they are called, what their designers say of them, and the code that is connected to them. */
export class ComponentNames {
  readonly #document: Pick<FigmaDocument, "components" | "componentSets">;
  readonly #code: ReadonlyMap<string, string>;
  readonly #told: ReadonlySet<string>;

  /**
   * @param code by node id of a component or a set, the code that a project connects to it
   * @param told ids of components that have a line of their own, where what is said of them stands
   */
  constructor(
    document: Pick<FigmaDocument, "components" | "componentSets">,
    code: ReadonlyMap<string, string>,
    told: ReadonlySet<string>,
  ) {
    this.#document = document;
    this.#code = code;
    this.#told = told;
  }

  /** A component, as the property of an instance refers to it. */
  nameOf(id: string): string {
    const component = this.#document.components[id] ?? this.#document.componentSets[id];
    return component === undefined ? id : `${quoted(component.name)} ${id}`;
  }

  /** All that is known of the component of an instance; the key of one from a library, by which it is found there. */
  definitionOf(id: string): string {
    const component = this.#document.components[id];
    if (component === undefined) return id + this.aboutOf(id);
    const setId = component.componentSetId;
    const set = setId === undefined ? undefined : this.#document.componentSets[setId];
    let text = `${id} ${quoted(component.name)}`;
    if (set !== undefined) text += ` of ${quoted(set.name)} ${setId}`;
    if (component.remote) text += ` library:${component.key}`;
    if (this.#told.has(id)) return text;
    return text + (this.aboutOf(id) || (setId === undefined ? "" : this.aboutOf(setId)));
  }

  /** What is said of a component beside its name: its description, its documentation, its code. */
  aboutOf(id: string): string {
    const { components, componentSets } = this.#document;
    const { description = "", documentationLinks } = components[id] ?? componentSets[id] ?? {};
    let text = "";
    if (description !== "") {
      const isLong = description.length > longestNote;
      text += ` note:${quoted(isLong ? `${description.slice(0, longestNote)}…` : description)}`;
    }
    for (const { uri } of documentationLinks?.slice(0, 3) ?? []) text += ` docs:${quoted(uri)}`;
    const code = this.#code.get(id);
    return code === undefined ? text : `${text} code:${code}`;
  }
}
