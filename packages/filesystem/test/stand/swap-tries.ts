const { SWAP_TRIES } = process.env;

/**
 * Tries of one kind against a folder that is swapped for a link: as many as a test run has time for. With SWAP_TRIES=20000 all that
 * the containment is meant to stand, which takes minutes.
 */
export function swapTries(usual: number): number {
  return SWAP_TRIES === undefined ? usual : Number(SWAP_TRIES);
}

/** Milliseconds that so many tries of one kind may take. */
export const swapTime = SWAP_TRIES === undefined ? 60_000 : 1_800_000;
