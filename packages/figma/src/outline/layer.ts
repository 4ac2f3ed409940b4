import type { Node } from "@figma/rest-api-spec";

type KeyOf<Union> = Union extends unknown ? keyof Union : never;
type ValueOf<Union, Key extends PropertyKey> = Union extends unknown
  ? Key extends keyof Union
    ? Union[Key]
    : never
  : never;

/** What Figma's API answers and its specification does not name yet. */
interface Unnamed {
  readonly annotations?: readonly { readonly label?: string; readonly labelMarkdown?: string }[];
}

/**
 * A layer of a document, whichever its type: any field that a node of some type has, and any may be absent. Every shape that a reader
 * comes upon is one, also of types that Figma adds later.
 */
export type Layer = {
  readonly [Key in Exclude<KeyOf<Node>, "id" | "name" | "type" | "children">]?: ValueOf<Node, Key> | undefined;
} & Unnamed & {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly children?: readonly Layer[] | undefined;
  };
