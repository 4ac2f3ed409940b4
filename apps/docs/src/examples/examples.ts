import type { Example } from "./example.ts";
import { figmaExample } from "./figma.ts";
import { filesystemExample } from "./filesystem.ts";
import { githubExample } from "./github.ts";
import { postgresExample } from "./postgres.ts";

/** Every connector, shown at work. */
export const examples: readonly Example[] = [filesystemExample, postgresExample, githubExample, figmaExample];
