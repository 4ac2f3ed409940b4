/** What is to be made. */
export interface Wanted {
  /** `acme-tickets` */
  readonly name: string;
  /** As people write the system's name: `Acme Tickets`. */
  readonly system: string;
  /** Where to, absolute. */
  readonly folder: string;
  /** `@acme/mcp-tickets` */
  readonly packageName: string;
  /** Whether it becomes a package of the Drawbridge repository itself. */
  readonly isInside: boolean;
}
