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
  try {
    // The modes and files of TLS are read above; there they would be read with another meaning.
    const address = new URL(url);
    const kept = new Map(
      ["sslmode", "sslrootcert", "sslcert", "sslkey"].map((key) => [key, address.searchParams.get(key)]),
    );
    for (const key of kept.keys()) address.searchParams.delete(key);
    return { ...parse(address.href), ...Object.fromEntries(kept) };
  } catch {
    throw new Error(
      "the address cannot be read. Write it as postgres://user@host:5432/database, with %-escapes for special characters",
    );
  }
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
