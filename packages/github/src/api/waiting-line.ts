import { setTimeout } from "node:timers/promises";

/** Says after how many milliseconds what failed is tried again; undefined gives it up. */
type Judge = (
  error: unknown,
  about: { readonly args: readonly unknown[]; readonly retryCount: number },
) => Promise<number | undefined>;

/** Tries again what failed, as the throttling judges it. It has the part of Bottleneck that this calls: see {@link Lane}. */
export class WaitingLine {
  #judge: Judge = async () => undefined;

  on(_event: "failed", judge: Judge): void {
    this.#judge = judge;
  }

  async schedule<Given extends unknown[], Answer>(
    run: (...given: Given) => Promise<Answer>,
    ...given: Given
  ): Promise<Answer> {
    for (let retryCount = 0; ; retryCount += 1) {
      try {
        return await run(...given);
      } catch (error) {
        // The throttling looks into an answer also where a query had none, and fails at that.
        const wait = await this.#judge(error, { args: given, retryCount }).catch(() => undefined);
        if (wait === undefined) throw error;
        await setTimeout(wait);
      }
    }
  }
}
