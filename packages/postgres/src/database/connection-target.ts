import { readFileSync } from "node:fs";
import type { ConnectionOptions as TlsOptions } from "node:tls";
import { type ConnectionOptions, parse } from "pg-connection-string";

/** libpq's modes of TLS, from none to one that verifies certificate and name (PostgreSQL manual, 34.19). */
export const tlsModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] as const;

/** Where a database is, and as whom it is reached. What is left out is libpq's: PG* variables, then its defaults. */
export interface ConnectionTarget {
  readonly address: {
    readonly host?: string;
    readonly port?: number;
    readonly user?: string;
    readonly password?: string;
    readonly database?: string;
    readonly options?: string;
  };
  readonly tlsMode: (typeof tlsModes)[number];
  /** How TLS is made where it is. */
  readonly tls: TlsOptions;
}

/** What an address says of TLS and is read here, and what of libpq's says nothing of how safe it is. */
const tlsKeys = ["sslmode", "sslrootcert", "sslcert", "sslkey"] as const;
const idleTlsKeys = ["sslsni", "sslcompression", "sslcertmode", "sslnegotiation"];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a `postgres://` URL as libpq does (PostgreSQL manual, 34.1.1), or without one what PG* variables say.
 *
 * @throws Error whose message says what is wrong with it, and repeats no part of it
 */
export function connectionTarget(url: string | undefined, environment: Environment = process.env): ConnectionTarget {
  const given = url === undefined ? undefined : parsed(url);
  const mode = text(given?.sslmode) ?? environment.PGSSLMODE ?? "prefer";
  const tlsMode = tlsModes.find((known) => known === mode);
  if (tlsMode === undefined) throw new Error(`sslmode is none of ${tlsModes.join(", ")}`);
  const file = (key: string) => read(text(given?.[key]) ?? environment[`PG${key.toUpperCase()}`], key);
  const ca = file("sslrootcert");
  if (tlsMode === "verify-ca" && ca === undefined) {
    throw new Error(
      "sslmode verify-ca needs sslrootcert, the file of the authority that signs the server's certificate",
    );
  }
  return {
    address: given === undefined ? {} : addressOf(given),
    tlsMode,
    tls: {
      ...defined({ ca, cert: file("sslcert"), key: file("sslkey") }),
      // As libpq has it: with an authority's certificate, `require` verifies against it.
      rejectUnauthorized: tlsMode.startsWith("verify-") || (tlsMode === "require" && ca !== undefined),
      ...(tlsMode === "verify-full" ? {} : { checkServerIdentity: () => undefined }),
    },
  };
}

function parsed(url: string): ConnectionOptions {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error("it is not the address of a database. Write it as postgres://user@host:5432/database");
  }
  let address: URL;
  let given: ConnectionOptions;
  try {
    address = new URL(url);
    // The modes and files of TLS are read here; there they would be read with another meaning.
    const rest = new URL(url);
    for (const key of ["ssl", ...tlsKeys, ...idleTlsKeys]) rest.searchParams.delete(key);
    given = parse(rest.href);
  } catch {
    throw new Error(
      "the address cannot be read. Write it as postgres://user@host:5432/database, with %-escapes for special characters",
    );
  }
  return { ...given, ...tlsOf(address.searchParams) };
}

/** One that is mistyped and passed over would have the connection less safe than was meant, without a word. */
function tlsOf(parameters: URLSearchParams): Record<string, string | undefined> {
  const known = new Set<string>(["ssl", ...tlsKeys, ...idleTlsKeys]);
  if ([...parameters.keys()].some((key) => /^ssl/i.test(key) && !known.has(key))) {
    throw new Error(
      `it has a parameter that begins with ssl, and is none of ${tlsKeys.join(", ")}: write it as one of these`,
    );
  }
  const ssl = parameters.get("ssl");
  // As libpq has it, for addresses that were written for JDBC.
  const modes: Readonly<Record<string, string>> = { true: "require", "1": "require", false: "disable", "0": "disable" };
  if (ssl !== null && modes[ssl] === undefined) {
    throw new Error("ssl is neither true nor false. Write sslmode=require, or sslmode=verify-full");
  }
  const given = Object.fromEntries(tlsKeys.map((key) => [key, parameters.get(key) ?? undefined]));
  return { ...given, sslmode: given.sslmode ?? modes[ssl ?? ""] };
}

function addressOf(given: ConnectionOptions): ConnectionTarget["address"] {
  const port = text(given.port);
  return {
    ...defined({ host: text(given.host), user: text(given.user), password: text(given.password) }),
    ...defined({ database: text(given.database), options: text(given.options) }),
    ...(port === undefined ? {} : { port: Number(port) }),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function read(path: string | undefined, key: string): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Error(`the file of ${key} cannot be read`);
  }
}

function defined<T extends object>(values: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
