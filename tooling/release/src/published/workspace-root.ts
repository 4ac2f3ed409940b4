import { fileURLToPath } from "node:url";

/** The folder of this repository. */
export const workspaceRoot = fileURLToPath(new URL("../../../..", import.meta.url));
