import type { Example } from "./example.ts";
import { filesystemExample } from "./filesystem.ts";
import { githubExample } from "./github.ts";
import { postgresExample } from "./postgres.ts";

/** Every connector, shown at work. */
export const examples: readonly Example[] = [filesystemExample, postgresExample, githubExample];
