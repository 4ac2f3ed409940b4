/**
 * Where something is mounted in a folder, or on it.
 *
 * @param mounts as `/proc/self/mountinfo` has them (proc_pid_mountinfo(5)): one on a line, its place the fifth field, in which a
 * space and the like are written `\040`
 * @param folder its real path
 */
export function mountedIn(mounts: string, folder: string): string | undefined {
  return mounts
    .split("\n")
    .map((line) =>
      (line.split(" ")[4] ?? "").replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
    )
    .find((place) => place === folder || place.startsWith(`${folder}/`));
}
