/** Why the system does not tell what happens in a folder, and what a person can do about it. */
export function noticesProblem(error: unknown): { readonly problem: string; readonly remedy: string } {
  const { message, code } = error as NodeJS.ErrnoException;
  if (code === "ERR_MODULE_NOT_FOUND" || /No prebuild/.test(message)) {
    return {
      problem: "the library that the system tells of changes by is not installed for this platform",
      remedy: "Install the package anew, with its optional dependencies",
    };
  }
  if (/No space left on device/.test(message)) {
    return {
      problem: "the system's limit of watched folders is reached",
      remedy: "Raise it (sysctl fs.inotify.max_user_watches=524288), or serve a smaller folder",
    };
  }
  if (/Too many open files/.test(message)) {
    return {
      problem: "the system's limit of programs that watch is reached",
      remedy: "Raise it (sysctl fs.inotify.max_user_instances=512), or end other programs that watch files",
    };
  }
  return { problem: "the system does not tell of changes here", remedy: "See the server's log for why" };
}
