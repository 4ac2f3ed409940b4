import { ConnectorError, type ErrorCode } from "@drawbridge/core";
import { messageTooLongCode } from "./bounded-connection.ts";

/** An error as PostgreSQL sends it (PostgreSQL manual, 54.8). */
interface ServerError {
  readonly code?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly hint?: string;
  /** In characters from 1. */
  readonly position?: string;
  readonly severity?: string;
}

/** By SQLSTATE or its class (PostgreSQL manual, appendix A). */
const codes: Readonly<Record<string, ErrorCode>> = {
  "57014": "timeout",
  // The number of params is not that of the statement.
  "08P01": "invalid_input",
  "42501": "refused",
  "25006": "refused",
  "55P03": "conflict",
  "40": "conflict",
  "23": "conflict",
  "08": "unavailable",
  "53": "unavailable",
  "57": "unavailable",
  "58": "unavailable",
  XX: "unavailable",
};

const connectionEnded = /^Connection terminated|^Client has encountered a connection error/;

/**
 * What the server said of a statement, in words: with SQLSTATE, the place in the statement, and its hint. What is no error of
 * the server or of the connection is returned as it is.
 *
 * @param more what else helps, such as names that are near
 */
export function statementError(error: unknown, sql: string, more = ""): unknown {
  if (ConnectorError.is(error)) return error;
  const { code, message = "", detail, hint, position, severity } = error as ServerError;
  if (code === messageTooLongCode) {
    return new ConnectorError(
      "refused",
      "A single row is larger than 32 MiB. Select fewer columns, or parts of a value with left(value, 1000) or substring(value, from, count).",
    );
  }
  if (connectionEnded.test(message) || ["ECONNRESET", "EPIPE", "ECONNREFUSED", "ETIMEDOUT"].includes(code ?? "")) {
    return new ConnectorError(
      "unavailable",
      "The connection to the database ended. The next call makes a new one: try again.",
      {
        retryAfter: 1,
        cause: error,
      },
    );
  }
  if (severity === undefined || code === undefined) return error;
  const kind = codes[code] ?? codes[code.slice(0, 2)] ?? "invalid_input";
  const parts = [
    sentence(message),
    `(SQLSTATE ${code}${place(sql, position)})`,
    sentence(detail),
    sentence(hint),
    advice(code),
    more,
  ];
  return new ConnectorError(kind, `PostgreSQL says: ${parts.filter(Boolean).join(" ")}`, { cause: error });
}

function sentence(text: string | undefined): string {
  return text === undefined ? "" : text.replace(/[^.!?]$/, "$&.");
}

function place(sql: string, position: string | undefined): string {
  if (position === undefined) return "";
  const before = [...sql].slice(0, Number(position) - 1).join("");
  return `, line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
}

function advice(code: string): string {
  if (code === "57014") return "Narrow the statement, or look at its plan with pg_explain.";
  if (code === "25006") return "Only pg_execute changes data.";
  if (code === "08P01") return "Give params one value for each of $1, $2 ….";
  if (code === "53300") return "Try again in a moment.";
  return "";
}
