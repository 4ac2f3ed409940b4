import { ConnectorError } from "@drawbridge/core";
import { messageTooLongCode } from "./bounded-connection.ts";
import { certificateProblem } from "./certificate-problem.ts";

type Reason = readonly [kind: "unavailable" | "unauthorized", reason: string];

const noServer: Reason = ["unavailable", "nobody listens there. Is the server running, and are host and port right?"];
const noHost: Reason = ["unavailable", "there is no such host. Is its name right?"];
const notPostgres: Reason = [
  "unavailable",
  "what answers there ended the connection. Is it a PostgreSQL, and is the port right?",
];
const unready: Reason = ["unavailable", "the server is starting up or shutting down. Try again in a moment"];

/** By SQLSTATE (PostgreSQL manual, appendix A), or the code of the system's error. */
const byCode: Readonly<Record<string, Reason>> = {
  "28P01": ["unauthorized", "it does not take this password. Set PGPASSWORD or DATABASE_URL anew"],
  "28000": ["unauthorized", "it takes no such role from here. Its pg_hba.conf says who may come, and whether with TLS"],
  "3D000": ["unauthorized", "the server has no database of that name"],
  "25006": ["unavailable", "it is a replica, where nothing can be listened to: that is done at its primary"],
  "42501": ["unauthorized", "this role may not connect to it: GRANT CONNECT ON DATABASE is missing"],
  "53300": ["unavailable", "the server has no connection left. Lower --pool-size, or raise max_connections there"],
  "57P01": unready,
  "57P02": unready,
  "57P03": unready,
  ECONNREFUSED: noServer,
  EHOSTUNREACH: noServer,
  ENETUNREACH: noServer,
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
  ENOENT: ["unavailable", "there is no socket of a server there. Is it running, or should the address name a host?"],
  ECONNRESET: notPostgres,
  [messageTooLongCode]: notPostgres,
};

/** By what the server says of `--role`, whose codes mean something else where there is none. */
const byRole: readonly (readonly [said: RegExp, reason: Reason])[] = [
  [
    /^permission denied to set role/,
    [
      "unauthorized",
      "the role that connects may not become the one that --role names. Have a person GRANT that one to it",
    ],
  ],
  [/^role ".*" does not exist$/, ["unauthorized", "there is no role of the name that --role gives. Is it right?"]],
];

/** By what `pg` says, and the pool. */
const byMessage: readonly (readonly [said: RegExp, reason: Reason])[] = [
  [/password must be a string|no password/i, ["unauthorized", "it wants a password. Set PGPASSWORD or DATABASE_URL"]],
  [
    /does not support SSL/,
    [
      "unavailable",
      "it speaks no TLS, which sslmode asks for. Turn ssl on there, or ask for less than sslmode=require",
    ],
  ],
  [/establishing an SSL connection|terminated unexpectedly/, notPostgres],
  [
    /^timeout exceeded when trying to connect$/,
    [
      "unavailable",
      "other calls use all its connections, and none came free in ten seconds. Try again, end what runs long (pg_activity shows " +
        "it), or start this server with a larger --pool-size",
    ],
  ],
  [/timeout/, ["unavailable", "it did not answer in ten seconds. Are host, port and firewall right?"]],
];

/** Why a database could not be reached, and what a person would do about it. Says no address: a password may be in it. */
export function connectError(error: unknown, name: string): ConnectorError {
  if (ConnectorError.is(error)) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const [kind, reason] = reasonOf(code, message);
  return new ConnectorError(kind, `The database ${name} cannot be used: ${reason}${reason.endsWith("?") ? "" : "."}`, {
    cause: error,
    ...(kind === "unavailable" ? { retryAfter: 5 } : {}),
  });
}

function reasonOf(code: string, message: string): Reason {
  const ofRole = code.startsWith("28") ? undefined : byRole.find(([pattern]) => pattern.test(message));
  if (ofRole !== undefined) return ofRole[1];
  const known = byCode[code];
  if (known !== undefined) return known;
  const certificate = certificateProblem(code, message);
  if (certificate !== undefined) return ["unavailable", certificate];
  const said = byMessage.find(([pattern]) => pattern.test(message));
  if (said !== undefined) return said[1];
  return ["unavailable", message === "" ? `it cannot be reached (${code})` : message.replace(/\.$/, "")];
}
