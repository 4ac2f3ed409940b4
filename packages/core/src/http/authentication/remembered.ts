/** Milliseconds for which an outcome stands before the work is done again. */
interface Lifetimes {
  readonly success: number;
  readonly failure: number;
}

/**
 * Work whose outcome stands for a time. Whoever asks meanwhile shares it, a failure too: else each request that comes
 * while a system is away would try it once more.
 */
export function remembered<T>(work: () => Promise<T>, { success, failure }: Lifetimes): () => Promise<T> {
  let outcome: Promise<T> | undefined;
  let ends = 0;
  return () => {
    if (outcome !== undefined && performance.now() < ends) return outcome;
    ends = Number.POSITIVE_INFINITY;
    const stand = (lifetime: number) => {
      ends = performance.now() + lifetime;
    };
    outcome = work();
    outcome.then(
      () => stand(success),
      () => stand(failure),
    );
    return outcome;
  };
}
