import { Trial } from "../../src/contract/trial/trial.ts";

/** Servers that heed none of the flags of a check: what core would be if it did not do its part. */
export class HeedlessTrial extends Trial {
  override serve(...[, options]: Parameters<Trial["serve"]>): ReturnType<Trial["serve"]> {
    return super.serve({}, options);
  }
}
