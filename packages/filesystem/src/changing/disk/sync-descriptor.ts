import { fsync } from "node:fs";
import { promisify } from "node:util";

/** Forces a file to the disk, in a thread: other calls go on meanwhile. */
export const syncDescriptor: (descriptor: number) => Promise<void> = promisify(fsync);
