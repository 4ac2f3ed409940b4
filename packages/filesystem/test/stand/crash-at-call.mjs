// Ends what a process changes on the disk at the n-th of its changes in a folder. Loaded with --import it kills the process
// there (CRASH_UNDER, CRASH_AT). In a test's own process, where `crash.arm` says when, that change and all later ones fail
// instead: what is on the disk then is what a crash would have left.
import fs, { constants, readlinkSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { CRASH_UNDER, CRASH_AT } = process.env;
const state = { folder: CRASH_UNDER, at: Number(CRASH_AT), calls: 0 };

export const crash = {
  /** From now on, until `disarm`. */
  arm: (folder, at) => Object.assign(state, { folder, at, calls: 0 }),
  /** Returns whether it had come to that change. */
  disarm() {
    const isCrashed = state.calls >= state.at;
    state.folder = undefined;
    return isCrashed;
  },
};

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

function crashing(call, isMeant = () => true) {
  const crashes = (...args) => {
    const { folder } = state;
    if (folder !== undefined && isMeant(...args) && args.slice(0, 2).some((of) => real(of).startsWith(folder))) {
      state.calls += 1;
      if (state.calls >= state.at) {
        if (CRASH_AT !== undefined) process.kill(process.pid, "SIGKILL");
        throw Object.assign(new Error("Crashed"), { code: "EIO" });
      }
    }
    return call(...args);
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
