/** What of a plan would not work, and what would. */
export interface Violation {
  /** Which operation, counted from 0. */
  readonly operation: number;
  readonly message: string;
  readonly rule: string;
  readonly mend: string;
}

/** A rule that is broken, before it is said by which operation. */
export type Broken = Omit<Violation, "operation">;

export function broken(rule: string, message: string, mend: string): Broken {
  return { rule, message, mend };
}
