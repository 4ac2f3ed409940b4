import { ConnectorError } from "@drawbridge/core";

/**
 * The segments of a `repo://` address, each decoded once.
 *
 * @throws ConnectorError `invalid_input` for a wrong escape, and for what begins a query or a fragment: in a name it is escaped
 */
export function segmentsOf(address: string): readonly string[] {
  try {
    if (!/[?#]/.test(address))
      return address
        .replace(/^repo:\/\//, "")
        .split("/")
        .map(decodeURIComponent);
  } catch {
    // Told below: a wrong escape is a wrong address.
  }
  throw new ConnectorError(
    "invalid_input",
    "That is no address in a repository: %, ? and # in a name are written %25, %3F and %23.",
  );
}
