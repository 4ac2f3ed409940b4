export type { SimulatedFile } from "./file/simulated-file.ts";
export { type RestNode, readRestNode } from "./importing/read-rest.ts";
export { type OpenOptions, openFile, openSession } from "./running/open-file.ts";
export { rasterize } from "./running/rasterize.ts";
export { type ClientStorage, type RunningPlugin, runPlugin } from "./running/run-plugin.ts";
