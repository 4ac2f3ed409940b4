import { run } from "@drawbridge/core";
import { conformance } from "./conformance.ts";

await run(conformance);
