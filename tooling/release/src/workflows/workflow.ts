import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { workspaceRoot } from "../published/workspace-root.ts";

/** What a job or a workflow may do with the repository: by the name of the right. */
export type Permissions = Readonly<Record<string, "read" | "write" | "none">>;

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions?: Permissions;
  readonly environment?: string;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

/** One of this repository's workflows for GitHub Actions. */
export interface Workflow {
  readonly file: string;
  /** As it is written, with its comments. */
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** All of them. */
export function workflows(): readonly Workflow[] {
  const folder = join(workspaceRoot, ".github", "workflows");
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return { file, text, ...(parse(text) as Omit<Workflow, "file" | "text">) };
    });
}
