// The part of the simulator that needs nothing of Node.js, so that a plugin can hold it.

export { copyFile } from "./importing/copy-file.ts";
export type { RestNode } from "./importing/read-rest.ts";
export { openSession } from "./running/open-file.ts";
