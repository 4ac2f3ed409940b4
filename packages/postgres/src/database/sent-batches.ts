import type { BatchPlan, BatchStep } from "./batch.ts";

/** Batches whose bytes are remembered, and the longest of them. */
const mostBatches = 50;
const longestBatch = 16 * 1024;

interface Sent {
  readonly plan: BatchPlan;
  readonly bytes: Buffer;
}

/** The bytes of batches of prepared statements: what is asked again is sent again, without being written anew. */
export class SentBatches {
  /** By the text of the statement whose rows are wanted. */
  readonly #sent = new Map<string, Sent>();

  /** Undefined where the same was not sent before. */
  bytesOf(plan: BatchPlan): Buffer | undefined {
    const sent = this.#sent.get(plan.main.text);
    return sent !== undefined && isSame(sent.plan, plan) ? sent.bytes : undefined;
  }

  /** @param bytes of the plan, where all that it asks was prepared */
  remember(plan: BatchPlan, bytes: Buffer): void {
    if (bytes.length > longestBatch) return;
    if (this.#sent.size >= mostBatches) this.#sent.clear();
    this.#sent.set(plan.main.text, { plan, bytes });
  }

  forget(): void {
    this.#sent.clear();
  }
}

function isSame(one: BatchPlan, other: BatchPlan): boolean {
  return (
    one.rows === other.rows &&
    isSameStep(one.main, other.main) &&
    areSameSteps(one.before, other.before) &&
    areSameSteps(one.after, other.after)
  );
}

function areSameSteps(some: readonly BatchStep[], others: readonly BatchStep[]): boolean {
  return some.length === others.length && some.every((step, index) => isSameStep(step, others[index] ?? {}));
}

function isSameStep(one: BatchStep, other: Partial<BatchStep>): boolean {
  if (one === other) return true;
  return one.text === other.text && one.keptFor === other.keptFor && areSame(one.values ?? [], other.values ?? []);
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((value, index) => value === others[index]);
}
