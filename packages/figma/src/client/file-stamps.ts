import { ConnectorError, Flights } from "@drawbridge/core";
import { type ApiCall, together } from "../api/api-call.ts";
import type { FigmaApi } from "../api/figma-api.ts";

/** What tells one state of a file from another. All undefined where the token may not ask. */
export interface FileStamp {
  readonly name?: string;
  readonly version?: string | undefined;
  /** ISO 8601. */
  readonly lastModified?: string;
}

/** Where Figma takes no more of these requests, what it said so lately is used. */
const stillGood = 60_000;

const mostRemembered = 1000;

/** Asks for the versions of files, which costs little, before what is dear is asked. */
export class FileStamps {
  readonly #apiOf: (call: ApiCall) => FigmaApi;
  readonly #flights = new Flights<FileStamp, ApiCall>(together);
  readonly #last = new Map<string, { readonly stamp: FileStamp; readonly at: number }>();
  /** Whether the token lacks the scope for it, as older tokens do. */
  #isDenied = false;

  constructor(apiOf: (call: ApiCall) => FigmaApi) {
    this.#apiOf = apiOf;
  }

  async of(key: string, call: ApiCall): Promise<FileStamp> {
    if (this.#isDenied) return {};
    return this.#flights.join(key, call, (all) => this.#ask(key, all));
  }

  /** What Figma told last, however long ago. */
  last(key: string): FileStamp | undefined {
    return this.#last.get(key)?.stamp;
  }

  async #ask(key: string, all: ApiCall): Promise<FileStamp> {
    try {
      const { name, version, last_touched_at } = await this.#apiOf(all).meta(key);
      const stamp = { name, version, lastModified: last_touched_at };
      this.#last.delete(key);
      this.#last.set(key, { stamp, at: Date.now() });
      const [oldest] = this.#last.keys();
      if (this.#last.size > mostRemembered && oldest !== undefined) this.#last.delete(oldest);
      return stamp;
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      const last = this.#last.get(key);
      if (error.code === "rate_limited" && last !== undefined && Date.now() - last.at < stillGood) return last.stamp;
      if (error.code !== "refused" || !error.message.includes("file_metadata:read")) throw error;
      this.#isDenied = true;
      return {};
    }
  }
}
