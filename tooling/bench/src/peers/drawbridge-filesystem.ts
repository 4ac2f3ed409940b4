import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BenchFailure } from "../bench-failure.ts";
import type { FilesystemSamples } from "../samples/filesystem-samples.ts";
import { contentTask } from "./content-task.ts";
import { editTask } from "./edit-task.ts";
import type { FilesystemTask } from "./filesystem-task.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer, Setup } from "./peer.ts";
import { recordTask } from "./record-task.ts";

/** A megabyte of text in one answer, with its header. */
const LARGE_PAGE = 1_200_000;

const FLAGS: Record<Setup, readonly string[]> = {
  usual: [],
  "large pages": ["--max-result-bytes", String(LARGE_PAGE)],
  writing: ["--access", "write"],
  "writing far": ["--access", "write"],
  "every tool": ["--access", "full"],
  audited: ["--audit-log", "audit.jsonl"],
  near: [],
  far: [],
  remembering: [],
};

const GRANTS: Readonly<Partial<Record<Setup, string>>> = { writing: ":write", "every tool": ":full" };

/** What a client asks for that wants all in few answers; for a first page the server's own limit stands. */
const MANY = 10_000;

const DEEPEST = 256;

/** Our own connector, as built in this workspace. */
export function drawbridgeFilesystem({
  root,
  small,
  large,
  edited,
  wide,
  deep,
  searched,
}: FilesystemSamples): Peer<FilesystemTask> {
  const packageFolder = dirname(fileURLToPath(import.meta.resolve("@drawbridge/filesystem/package.json")));
  const program = join(packageFolder, "dist", "cli.js");
  const list = recordTask("fs_list", "entries");
  const listAll = list({ path: wide.path, limit: MANY }, "all pages");
  const find = recordTask("fs_find", "matches");
  return {
    name: "drawbridge",
    version: () => packageVersion(packageFolder),
    prepare: async () => {
      await access(program).catch(() => {
        throw new BenchFailure(
          `${program} is missing; "pnpm turbo run build --filter=@drawbridge/filesystem" makes it`,
        );
      });
    },
    // A root's suffix is its grant, and `--access` caps every root: to have every tool takes both.
    arguments: (setup) => [program, ...FLAGS[setup], `${root}${GRANTS[setup] ?? ""}`],
    tasks: {
      "read small": contentTask("fs_read", { path: small.path }),
      "read large": contentTask("fs_read", { path: large.path }),
      "edit large": editTask(edited.lines, (old, replacement) => ({
        name: "fs_edit",
        arguments: { edits: [{ path: edited.pathFor("drawbridge"), old, new: replacement }] },
      })),
      "list first page": list({ path: wide.path }, "first page"),
      "list all": listAll,
      "list names": listAll,
      "list tree": list({ path: deep.path, depth: DEEPEST, limit: MANY }, "all pages"),
      "find first page": find({ path: deep.path, glob: deep.glob }, "first page"),
      grep: contentTask("fs_grep", { path: searched.path, pattern: searched.pattern }),
      "find all": find({ path: deep.path, glob: deep.glob, limit: MANY }, "all pages"),
    },
  };
}
