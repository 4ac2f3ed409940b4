import { ConnectorError, type ErrorCode } from "@drawbridge/core";
import { placeIn } from "../errors/place-in.ts";
import { positionIn } from "../errors/position-in.ts";
import type { ServerError } from "../errors/server-error.ts";
import { sqlstateAdvice } from "../errors/sqlstate-advice.ts";
import { messageTooLongCode } from "./bounded-connection.ts";

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

/** What may go well when it is tried again: serialization, deadlocks, locks, a server without room or about to end. */
const mayPass = /^(40001|40P01|55P03|53|57P)/;

const connectionEnded = /^Connection terminated|^Client has encountered a connection error/;

/**
 * What the server said of a statement, in words: with SQLSTATE, the place in the statement, and its hint. What is no error of
 * the server or of the connection is returned as it is.
 *
 * @param more what else helps, such as names that are near
 */
export function statementError(error: unknown, sql: string, more = ""): unknown {
  if (ConnectorError.is(error)) return error;
  const { code, message = "", detail, hint, severity, statement } = error as ServerError;
  if (code === messageTooLongCode) {
    return new ConnectorError(
      "refused",
      "A single row is larger than 16 MiB. Select fewer columns, or parts of a value with left(value, 1000) or substring(value, from, count).",
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
  if (code === "0A000" && statement === "BEGIN READ WRITE") {
    return new ConnectorError(
      "refused",
      "This database is a replica, which only reads. Changes are made at its primary: a person has to give this server the address of that.",
      { cause: error },
    );
  }
  const kind = codes[code] ?? codes[code.slice(0, 2)] ?? "invalid_input";
  const at = positionIn(sql, error as ServerError);
  const place = at === undefined ? undefined : placeIn(sql, at);
  const parts = [
    sentence(message),
    `(SQLSTATE ${code}${place === undefined ? "" : `, ${place.words}`})`,
    sentence(detail),
    sentence(hint),
    sqlstateAdvice(code),
    more,
  ];
  const picture = place === undefined ? "" : `\n${place.picture}`;
  const told = `PostgreSQL says: ${parts.filter(Boolean).join(" ")}${picture}`;
  return new ConnectorError(kind, told, { cause: error, ...(mayPass.test(code) ? { retryAfter: 1 } : {}) });
}

function sentence(text: string | undefined): string {
  return text === undefined ? "" : text.replace(/[^.!?]$/, "$&.");
}
