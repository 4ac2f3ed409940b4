import { fileURLToPath } from "node:url";

/** Where the suite and the Node that it needs are installed, once: `tooling/conformance/suite`, which git ignores. */
export const suiteFolder = fileURLToPath(new URL("../suite", import.meta.url));
