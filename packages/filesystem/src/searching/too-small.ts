import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";

/** A result that holds not even one line of what was found; passing over it would hide it. */
export function tooSmall(path: string): ConnectorError {
  const begin = showName(path.slice(0, 200));
  return new ConnectorError("refused", `What was found in ${begin} does not fit within --max-result-bytes.`);
}
