import { ConnectorError, nearest } from "@drawbridge/core";
import type { Listening } from "../listening/listening.ts";
import type { Database } from "./database.ts";

interface Surroundings {
  /** What is listened to in each database, by the same names. */
  readonly listening?: ReadonlyMap<string, Listening>;
  /** What was found wrong as they were opened, in words: they can be used, and `check` tells it. */
  readonly problems?: readonly string[];
}

/** The connector's client: the databases that are served, by name. */
export class Databases {
  readonly #databases: ReadonlyMap<string, Database>;
  readonly #listening: ReadonlyMap<string, Listening>;
  readonly #problems: readonly string[];

  /** @param databases the first is meant where none is named */
  constructor(databases: ReadonlyMap<string, Database>, { listening = new Map(), problems = [] }: Surroundings = {}) {
    this.#databases = databases;
    this.#listening = listening;
    this.#problems = problems;
  }

  get names(): readonly string[] {
    return [...this.#databases.keys()];
  }

  /** Throws `not_found` for one that is not served. */
  named(name: string | undefined): Database {
    const found = name === undefined ? [...this.#databases.values()][0] : this.#databases.get(name);
    if (found !== undefined) return found;
    const meant = nearest(name ?? "", this.names);
    throw new ConnectorError(
      "not_found",
      `There is no such database here${meant === undefined ? "." : `; did you mean ${meant}?`} Served are: ${this.names.join(", ")}.`,
    );
  }

  /** What is listened to in a database. Throws `not_found` for one that is not served. */
  listeningIn(name: string | undefined): Listening {
    return this.#listening.get(this.named(name).name) as Listening;
  }

  /** What `--check` reports: version and role of each. Throws what was found wrong when they were opened. */
  async check(signal: AbortSignal): Promise<Record<string, unknown>> {
    const [problem] = this.#problems;
    if (problem !== undefined) throw new ConnectorError("refused", problem);
    const asked = [...this.#databases].map(async ([name, database]) => {
      const text = "SELECT current_setting('server_version'), current_user, pg_catalog.pg_is_in_recovery()";
      const { rows } = await database.read({ text }, { rows: 1, bytes: 1000, signal });
      const [version, role, isReplica] = rows[0] ?? [];
      return { name, version, role, replica: isReplica === "t" };
    });
    return { databases: await Promise.all(asked) };
  }

  async end(): Promise<void> {
    await Promise.all([...this.#listening.values(), ...this.#databases.values()].map((opened) => opened.end()));
  }
}
