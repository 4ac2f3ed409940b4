import { fileURLToPath } from "node:url";

/** Where other servers are installed and built, once: `tooling/bench/peers`, which git ignores. */
export const peersFolder = fileURLToPath(new URL("../../peers", import.meta.url));
