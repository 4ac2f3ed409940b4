import { containment } from "./containment.ts";
import { figma } from "./figma.ts";
import { figmaEdit } from "./figma-edit.ts";
import { filesystem } from "./filesystem.ts";
import { github } from "./github.ts";
import { http } from "./http.ts";
import { pipeline } from "./pipeline.ts";
import { postgres } from "./postgres.ts";
import type { Suite } from "./suite.ts";

/** Every suite by the name that `--suite` takes. A suite is made for a folder in which it may leave whatever it needs. */
export const suites: Readonly<Record<string, (folder: string) => Suite>> = {
  filesystem,
  containment,
  pipeline,
  http,
  postgres,
  github,
  figma,
  "figma-edit": figmaEdit,
};
