import type { KiwiNode } from "./kiwi.ts";
import type { Matrix } from "./matrix.ts";
import type { OverrideTree } from "./override-tree.ts";
import type { PropertyTable } from "./property-table.ts";
import type { Scene } from "./scene.ts";
import type { Modes, VariableTable } from "./variable-table.ts";

/** What all nodes of a file are brought to REST's words with. */
export interface Mapping {
  readonly scene: Scene;
  readonly variables: VariableTable;
  readonly properties: PropertyTable;
  /** Whether outlines are told, which are long. */
  readonly geometry: boolean;
  /** Called for each node; throws where there are too many. */
  readonly count: () => void;
}

/** Where a node lies. */
export interface Place {
  readonly parent: KiwiNode | undefined;
  /** From the parent's coordinates to those of the page. */
  readonly toPage: Matrix;
  readonly modes: Modes;
  readonly depth: number;
  /** Undefined outside of instances. */
  readonly instance: InstancePlace | undefined;
}

/** The instance that a node lies in. */
export interface InstancePlace {
  /** As REST writes it: what lies in it has this before its own. */
  readonly id: string;
  /** What it and the instances around it say of what lies in it, the innermost first. */
  readonly overrides: readonly OverrideTree[];
  /** What its properties are set to, by the ids of their first definitions. */
  readonly assignments: ReadonlyMap<string, NonNullable<KiwiNode["componentPropAssignments"]>[number]>;
  /** The components around a node, to tell one that contains itself. */
  readonly components: ReadonlySet<string>;
}
