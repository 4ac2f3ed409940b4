import { ConnectorError } from "@drawbridge/core";

/** The code of the ConnectorError that a piece of work throws; anything else that it throws is thrown on. */
export function errorCode(work: () => unknown): string | undefined {
  try {
    const result = work();
    if (typeof result === "object" && result !== null && Symbol.dispose in result)
      (result as Disposable)[Symbol.dispose]();
    return undefined;
  } catch (error) {
    if (ConnectorError.is(error)) return error.code;
    throw error;
  }
}
