import type { Entity } from "./entity.ts";

export interface Write {
  readonly entity: Entity;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** How many steps are kept, so that a long session holds no more memory than a short one. */
const kept = 200;

/** The writes of each step that Ctrl+Z takes back, and those that belong to no step yet. */
export class UndoHistory {
  private pending: Write[] = [];
  private readonly steps: (readonly Write[])[] = [];

  get length(): number {
    return this.steps.length;
  }

  /** Whether something was written since the last step ended. */
  get open(): boolean {
    return this.pending.length > 0;
  }

  record(write: Write): void {
    this.pending.push(write);
  }

  /** Ends the step, as `figma.commitUndo` does; without writes there is nothing to end. */
  commit(): void {
    if (this.pending.length === 0) return;
    this.steps.push(this.pending);
    this.pending = [];
    if (this.steps.length > kept) this.steps.shift();
  }

  /** What has to be taken back, newest first: what is not committed, or else the last step. */
  take(): readonly Write[] {
    if (this.pending.length > 0) {
      const writes = this.pending;
      this.pending = [];
      return writes.reverse();
    }
    return [...(this.steps.pop() ?? [])].reverse();
  }
}
