import type { HttpAnswer } from "./http-answer.ts";

/** Milliseconds that an answer is good for, and that the system has to give one: probes come from several places at once. */
const freshness = 1000;
const patience = 5000;

/** Whether the system behind can be used now, as `/readyz` says it. Why not is for the log: anybody may ask. */
export class Readiness {
  readonly #check: () => Promise<unknown>;
  readonly #failed: (error: unknown) => void;
  #answer: Promise<HttpAnswer> | undefined;
  #until = 0;

  /**
   * @param check asks the system; throws when it cannot be used
   * @param failed told why
   */
  constructor(check: () => Promise<unknown>, failed: (error: unknown) => void) {
    this.#check = check;
    this.#failed = failed;
  }

  answer(): Promise<HttpAnswer> {
    if (this.#answer === undefined || performance.now() >= this.#until) {
      // No second question is put while the first is open.
      this.#until = Number.POSITIVE_INFINITY;
      this.#answer = this.#ask().finally(() => {
        this.#until = performance.now() + freshness;
      });
    }
    return this.#answer;
  }

  async #ask(): Promise<HttpAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`No answer within ${patience / 1000} s`)), patience);
    });
    try {
      await Promise.race([this.#check(), late]);
      return { status: 200, body: { status: "ready" } };
    } catch (error) {
      this.#failed(error);
      return { status: 503, body: { status: "not ready" } };
    } finally {
      clearTimeout(timer);
    }
  }
}
