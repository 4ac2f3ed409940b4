/** A component of a project's code that is said to be one of a design. */
export interface CodeConnection {
  /** By which the design is asked for; undefined where it cannot be told. */
  readonly key: string;
  /** Of a component or a set, as REST writes ids. */
  readonly node: string;
  /** As the code calls it, where it is said. */
  readonly component: string | undefined;
  /** Where it is imported from, as the connecting file has it. */
  readonly module: string | undefined;
}
