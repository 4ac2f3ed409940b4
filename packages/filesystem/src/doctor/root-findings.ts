import { accessSync, constants, existsSync, realpathSync } from "node:fs";
import { parse, sep } from "node:path";
import { type Finding, UsageError } from "@drawbridge/core";
import { homeFolder } from "../roots/home-folder.ts";
import { verifyRoot } from "../roots/verify-root.ts";
import { countEntries } from "./count-entries.ts";
import type { GrantedRoot } from "./granted-root.ts";
import { writeFailure } from "./write-failure.ts";

/** Whether one root can be served as granted, and whether it is wider than it should be. */
export function* rootFindings(root: GrantedRoot): Generator<Finding> {
  const { path, access } = root;
  try {
    verifyRoot(path);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    yield notServed(path, error.message);
    return;
  }
  const real = realpathSync.native(path);
  const unwritable = access === "read" ? undefined : codeOfWriting(real);
  if (unwritable !== undefined) yield writeFailure(root, unwritable);
  const width = widthOf(real);
  if (width !== undefined) yield tooWide(path, width);
  yield size(root, real);
}

function notServed(path: string, message: string): Finding {
  const remedy = existsSync(path)
    ? "Name a folder that this user may read, or start the server as a user who may"
    : `Correct the path, or make the folder: mkdir -p ${JSON.stringify(path)}`;
  return { level: "problem", title: message, remedy };
}

function codeOfWriting(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "";
  }
}

function widthOf(real: string): string | undefined {
  if (real === parse(real).root) return "is a whole disk";
  const home = realHome();
  if (home === real) return "is a whole home directory";
  return home?.startsWith(real + sep) ? "holds home directories" : undefined;
}

/** Undefined where there is none. */
function realHome(): string | undefined {
  try {
    return realpathSync.native(homeFolder() ?? "");
  } catch {
    return undefined;
  }
}

function tooWide(path: string, width: string): Finding {
  return {
    level: "warning",
    title: `The root ${path} ${width}`,
    detail:
      "What programs keep there can be read as well: settings, histories, sign-ins; well-known places of secrets alone are shut",
    remedy: `Name the folder that the work needs, such as ~/notes`,
  };
}

function size({ path, access }: GrantedRoot, real: string): Finding {
  const { entries, isAll } = countEntries(real);
  const title = `The root ${path} can be served (${access})`;
  if (isAll) return { level: "ok", title, detail: `Files and folders in it: ${entries}` };
  return {
    level: "note",
    title,
    detail: `Files and folders in it: more than ${entries}; what looks through all of it takes long`,
    remedy: "Name a folder further in; or leave it, and have searches begin at a path",
  };
}
