import { ConnectorError, Flights } from "@drawbridge/core";
import type { GetLocalVariablesResponse } from "@figma/rest-api-spec";
import { type ApiCall, together } from "../api/api-call.ts";
import type { FigmaApi } from "../api/figma-api.ts";
import type { KeptAnswers } from "../keeping/kept-answers.ts";

type Variables = GetLocalVariablesResponse["meta"];

/** Variables of files. Only Enterprise plans give them: that they are not given is kept like them. */
export class FileVariables {
  readonly #apiOf: (call: ApiCall) => FigmaApi;
  readonly #kept: KeptAnswers;
  readonly #flights = new Flights<Variables | undefined, ApiCall>(together);

  constructor(apiOf: (call: ApiCall) => FigmaApi, kept: KeptAnswers) {
    this.#apiOf = apiOf;
    this.#kept = kept;
  }

  /** @param version the newest; undefined where nothing tells */
  read(key: string, version: string | undefined, call: ApiCall): Promise<Variables | undefined> {
    const place = `${key}\n${version}\nvariables`;
    return this.#flights.join(place, call, async (all) => {
      const known = version === undefined ? undefined : await this.#kept.get<{ meta?: Variables }>(place);
      if (known !== undefined) return known.meta;
      const meta = await this.#ask(key, all);
      if (version !== undefined) this.#kept.set(place, meta === undefined ? {} : { meta });
      return meta;
    });
  }

  async #ask(key: string, all: ApiCall): Promise<Variables | undefined> {
    try {
      return (await this.#apiOf(all).localVariables(key)).meta;
    } catch (error) {
      if (ConnectorError.is(error) && error.code === "refused") return undefined;
      throw error;
    }
  }
}
