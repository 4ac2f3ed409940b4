import type { Component, ComponentSet, DocumentNode, GetLocalVariablesResponse, Style } from "@figma/rest-api-spec";

/**
 * A design as every tool reads it, wherever it came from: REST, a local `.fig`, or the file that is open. It has the shapes of Figma's REST
 * API, so that what comes from there is taken as it is, and other sources are brought to it.
 */
export interface FigmaDocument {
  /** The key of a file at Figma, or the name by which a local file is given. */
  readonly key: string;
  readonly name: string;
  /** What changes with each change of the file: REST's version, a digest of a local file, the bridge's count. */
  readonly version: string;
  /** ISO 8601. */
  readonly lastModified: string;
  /** The whole tree, or, where nodes were asked for, pages that hold those subtrees alone. */
  readonly document: DocumentNode;
  /** By node id, as REST has them; styles by style id (the ids in a node's `styles`). */
  readonly components: Readonly<Record<string, Component>>;
  readonly componentSets: Readonly<Record<string, ComponentSet>>;
  readonly styles: Readonly<Record<string, Style>>;
  /** Local variables and their collections; undefined where the source cannot tell them (REST tells them on Enterprise plans alone). */
  readonly variables?: GetLocalVariablesResponse["meta"] | undefined;
  readonly source: "rest" | "fig" | "open";
  /** Of an open file: what `figma_edit` is given to be refused where a subtree was changed since, by the id of what was asked for. */
  readonly etags?: Readonly<Record<string, string>> | undefined;
}
