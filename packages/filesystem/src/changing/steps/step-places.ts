import { isGone } from "../../journal/places/is-gone.ts";
import type { HeldPlace, Places } from "../../journal/places/places.ts";
import type { Where } from "../../journal/records/operation.ts";
import { placesOf } from "../../journal/records/places-of.ts";
import type { Step } from "./step.ts";

/** The places of steps in the folders that these hold: what they did is found there, wherever those were renamed to meanwhile. */
export class StepPlaces implements Places {
  readonly #steps: readonly Step[];

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  reach(where: Where): HeldPlace | undefined {
    for (const { operation, folders } of this.#steps) {
      const parent = folders[placesOf(operation).indexOf(where)];
      if (parent !== undefined) return isGone(parent) ? undefined : { parent, name: where.names.at(-1) ?? "" };
    }
    return undefined;
  }
}
