import type { References } from "./references.ts";

/** `${env:NAME}`, as VS Code and what came from it write it. */
export const envReferences: References = {
  write: (variable) => `\${env:${variable}}`,
  pattern: /^\$\{env:(\w+)\}$/,
};
