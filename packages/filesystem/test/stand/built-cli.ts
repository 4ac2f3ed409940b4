import { fileURLToPath } from "node:url";

/** The built command. */
export const builtCli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
