// Loaded with --import: kills this process where it is about to change something on the disk for the n-th time (CRASH_AT)
// in a folder (CRASH_UNDER), or has just done so (CRASH_AFTER). What is on the disk then is what a crash leaves.
import fs, { constants, readlinkSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { CRASH_UNDER: folder = "/nowhere", CRASH_AT: at, CRASH_AFTER: isAfter } = process.env;
let calls = 0;

/** A descriptor's path, or a path through one, as the system knows it. */
function real(of) {
  const [, descriptor, rest] = /^(?:\/proc\/self\/fd\/)?(\d+)(\/.*)?$/.exec(String(of)) ?? [];
  if (descriptor === undefined) return String(of);
  try {
    return `${readlinkSync(`/proc/self/fd/${descriptor}`)}${rest ?? ""}`;
  } catch {
    return "";
  }
}

function crashIfDue() {
  calls += 1;
  if (calls === Number(at)) process.kill(process.pid, "SIGKILL");
}

function crashing(call, isMeant = () => true) {
  const crashes = (...args) => {
    if (!isMeant(...args) || !args.slice(0, 2).some((of) => real(of).startsWith(folder))) return call(...args);
    if (isAfter === undefined) {
      crashIfDue();
      return call(...args);
    }
    const done = args.at(-1);
    if (typeof done === "function") {
      return call(...args.slice(0, -1), (...results) => {
        crashIfDue();
        done(...results);
      });
    }
    const result = call(...args);
    crashIfDue();
    return result;
  };
  // With what `promisify` knows of it.
  return Object.defineProperties(crashes, Object.getOwnPropertyDescriptors(call));
}

const opens = (_path, flags) => typeof flags === "string" || (flags & constants.O_CREAT) !== 0;
const changing = ["write", "fsync", "link", "rename", "unlink", "rmdir", "mkdir", "symlink", "rm", "copyFile"];
const attributes = ["chmod", "fchmod", "fchown", "chown", "futimes", "utimes", "lutimes", "ftruncate", "writeFile"];
for (const name of [...changing, ...attributes].flatMap((call) => [call, `${call}Sync`])) fs[name] = crashing(fs[name]);
for (const name of ["open", "openSync"]) fs[name] = crashing(fs[name], opens);
syncBuiltinESMExports();
