import { fileURLToPath } from "node:url";
import { ConnectorError } from "@drawbridge/core";

/**
 * With these unencoded, another file would be read than the address seems to name: its path ends there (URL Standard,
 * section 4.4), or they are dropped or taken for a slash. On Windows a backslash is one.
 */
const readAsOther = process.platform === "win32" ? /[?#\p{Cc}]| $/u : /[?#\\\p{Cc}]| $/u;

/** The path that a `file://` address names (RFC 8089). Throws `invalid_input` for one that names none on this machine. */
export function pathOfAddress(uri: string): string {
  if (readAsOther.test(uri)) {
    throw new ConnectorError(
      "invalid_input",
      'In an address of a file "?" is written %3F, "#" %23, "\\" %5C, a space at the end %20 and a line end %0A.',
    );
  }
  try {
    return fileURLToPath(uri);
  } catch {
    throw new ConnectorError(
      "invalid_input",
      `${uri} is no address of a local file. It looks like file:///folder/name.`,
    );
  }
}
