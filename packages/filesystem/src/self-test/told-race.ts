import type { Finding } from "@drawbridge/core";
import { notTested } from "./not-tested.ts";
import type { Raced } from "./race.ts";

/** A race without an escape, in numbers; nothing was proven where no try met a swap, or none came through. */
export function toldRace(claim: string, { tries, refused, swaps }: Raced): string | Finding {
  const numbers = `${tries} tries during ${swaps} swaps: ${tries - refused} came through inside, ${refused} were refused, 0 escaped`;
  return refused === 0 || refused === tries
    ? notTested(claim, `No try was both met by a swap and missed by one. ${numbers}`)
    : numbers;
}
