import fc from "fast-check";

/** Property tests draw the same values in every run, so that a change is refused for what it does and for nothing else: docs/decisions/same-draws.md. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_260_101) });
