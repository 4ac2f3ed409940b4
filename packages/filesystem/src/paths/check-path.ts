import { ConnectorError, readVisible } from "@drawbridge/core";

const longestPath = 4096;
const longestName = 255;

/** Of one of a string's units in UTF-8. */
const mostBytes = 3;

/**
 * A path as the caller wrote it, refused where no file can have it, with the visible escapes in which names are shown
 * turned back. Throws `invalid_input`.
 */
export function checkPath(written: string): string {
  const path = readVisible(written);
  const problem = problemOf(path);
  if (problem !== undefined) throw new ConnectorError("invalid_input", problem);
  return path;
}

function problemOf(path: string): string | undefined {
  if (path === "") return 'The path is empty. Use "." for the first root, or fs_roots to see all of them.';
  if (path.includes("\0")) return "The path has a NUL byte, which no file name can have.";
  if (Buffer.byteLength(path) > longestPath) return `The path is longer than ${longestPath} bytes.`;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return "The path looks like a URL. Give a path on this machine instead.";
  if (/^[\\/]{2}[?.]?[\\/]?/.test(path) && process.platform === "win32") return "UNC and device paths are not served.";
  if (path.length * mostBytes <= longestName) return undefined;
  const name = path.split("/").find((part) => Buffer.byteLength(part) > longestName);
  return name === undefined
    ? undefined
    : `The name ${JSON.stringify(name.slice(0, 40))}… is longer than ${longestName} bytes.`;
}
