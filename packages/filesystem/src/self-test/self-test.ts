import type { Mode } from "@drawbridge/core";
import type { options } from "../options.ts";

/** `--self-test`: attacks the connector on the person's own machine and file system. Nothing of it is loaded to serve. */
export const selfTest: Mode<typeof options> = {
  option: "selfTest",
  async *run(given, context) {
    const { testPlaces } = await import("./test-places.ts");
    yield* testPlaces(given, context);
  },
};
