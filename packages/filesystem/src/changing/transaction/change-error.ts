import { ConnectorError } from "@drawbridge/core";
import { fileError } from "../../paths/file-error.ts";
import { systemFailures } from "../../paths/system-failures.ts";

/** A failure of the system that kept something from being changed, in words for the caller; see `fileError`. */
export function changeError(error: unknown): unknown {
  if (ConnectorError.is(error)) return error;
  const { code, changing } = systemFailures.get((error as NodeJS.ErrnoException).code) ?? {};
  if (code === undefined || changing === undefined) return fileError(error, "the path");
  return new ConnectorError(code, `${changing}; nothing was changed.`, { cause: error });
}
