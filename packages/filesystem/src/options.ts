import { option } from "@drawbridge/core";
import * as z from "zod";
import { parseRootGrant } from "./roots/root-grant.ts";

const rootGrant = z.string().transform((text, context) => {
  const grant = parseRootGrant(text);
  if (!("problem" in grant)) return grant;
  context.addIssue({ code: "custom", message: grant.problem });
  return z.NEVER;
});

/** The connector's own options: flags, environment and configuration are read by these alone. */
export const options = z.object({
  roots: option(z.array(rootGrant).min(1), {
    description:
      "Folders to serve, each with what is allowed under it: ~/notes (read), ~/work:write, /scratch:full. Everything outside is refused",
    placeholder: "<root[:read|write|full]> …",
    positional: true,
    path: true,
  }),
  deny: option(z.array(z.string().min(1)).default([]), {
    description:
      "Files never read, beside the well-known places of secrets (.env, private keys, cloud credentials); '!glob' lifts one; repeatable",
    placeholder: "<glob>",
  }),
  protect: option(z.array(z.string().min(1)).default([]), {
    description:
      "Files never changed, beside what is run without being asked for (Git hooks, shell start-up files, CI definitions); '!glob' lifts one; repeatable",
    placeholder: "<glob>",
  }),
  journal: option(z.string().min(1).optional(), {
    description: "Where what was changed is kept, so that it can be undone and survives a crash",
    placeholder: "<dir>",
    path: true,
    defaultText: "$XDG_STATE_HOME/drawbridge/filesystem, or under ~/.local/state",
  }),
  followSymlinks: option(z.boolean().default(false), {
    description: "Let a link in one root lead into another root too, never outside all of them",
  }),
  maxFileBytes: option(z.int().min(1).optional(), {
    description: "Files larger than this are neither read nor changed, not even by pages",
    placeholder: "<n>",
    defaultText: "any size by pages; 64 MiB for what needs the file as a whole",
  }),
  selfTest: option(z.boolean().optional(), {
    description:
      "Attack the containment on this machine, in a temporary folder of its own or inside each root granted for writing, and say what holds; exit 0 (all that was tested) or 1",
    flagOnly: true,
  }),
});
