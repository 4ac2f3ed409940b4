import { ConnectorError } from "@drawbridge/core";

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

function reasonOf(code: string, message: string): ["unavailable" | "unauthorized", string] {
  if (code === "28P01") return ["unauthorized", "it does not take this password. Set PGPASSWORD or DATABASE_URL anew"];
  if (code === "28000")
    return ["unauthorized", "it takes no such role from here. Its pg_hba.conf says who may come, and whether with TLS"];
  if (code === "3D000") return ["unauthorized", "the server has no database of that name"];
  if (code === "53300")
    return ["unavailable", "the server has no connection left. Lower --pool-size, or raise max_connections there"];
  if (code === "57P03") return ["unavailable", "the server is starting up or shutting down. Try again in a moment"];
  if (code === "ECONNREFUSED")
    return ["unavailable", "nobody listens there. Is the server running, and are host and port right?"];
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return ["unavailable", "there is no such host. Is its name right?"];
  if (code === "ENOENT")
    return ["unavailable", "there is no socket of a server there. Is it running, or should the address name a host?"];
  if (/password must be a string|no password/i.test(message))
    return ["unauthorized", "it wants a password. Set PGPASSWORD or DATABASE_URL"];
  if (/does not support SSL/.test(message)) return ["unavailable", "it speaks no TLS, which sslmode asks for"];
  if (code.startsWith("ERR_TLS") || /certificate|self.signed/i.test(message)) {
    return [
      "unavailable",
      `its certificate is not what sslmode asks for (${code || "not verified"}). Name its authority in sslrootcert`,
    ];
  }
  if (/timeout/.test(message))
    return ["unavailable", "it did not answer in ten seconds. Are host, port and firewall right?"];
  return ["unavailable", message === "" ? `it cannot be reached (${code})` : message.replace(/\.$/, "")];
}
