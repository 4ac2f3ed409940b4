/** Who traces, and how much it shows. */
export interface TraceScope {
  /** Of the connector's package. */
  readonly name: string;
  readonly version: string;
  /** Whether arguments, results, addresses of resources and messages of errors may be seen: the person has to ask for it. */
  readonly content: boolean;
}
