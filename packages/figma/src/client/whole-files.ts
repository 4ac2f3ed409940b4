import { ConnectorError, Flights } from "@drawbridge/core";
import type { GetFileResponse } from "@figma/rest-api-spec";
import { type ApiCall, together } from "../api/api-call.ts";
import type { FigmaApi } from "../api/figma-api.ts";
import type { Body } from "../api/transport.ts";
import { assertBounded } from "../documents/assert-bounded.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { isTree } from "../documents/is-tree.ts";
import { readJson } from "../json/read-json.ts";
import type { KeptAnswers } from "../keeping/kept-answers.ts";
import { noDocument } from "./no-document.ts";
import { ofVersion, type Wanted } from "./wanted.ts";

const placeOf = (key: string, version: string) => `${key}\n${version}\nwhole`;

/** Documents with all that is in them, asked for once in each of their versions. */
export class WholeFiles {
  readonly #apiOf: (call: ApiCall) => FigmaApi;
  readonly #kept: KeptAnswers;
  readonly #flights = new Flights<FigmaDocument, ApiCall>(together);

  constructor(apiOf: (call: ApiCall) => FigmaApi, kept: KeptAnswers) {
    this.#apiOf = apiOf;
    this.#kept = kept;
  }

  async known({ key, kept }: Wanted): Promise<FigmaDocument | undefined> {
    return kept === undefined ? undefined : this.#kept.get(placeOf(key, kept), (said) => documentOf(said, key));
  }

  async read(wanted: Wanted, call: ApiCall): Promise<FigmaDocument> {
    const { key, version } = wanted;
    return this.#flights.join(JSON.stringify(wanted), call, async (all) => {
      const known = await this.known(wanted);
      if (known !== undefined) return known;
      const read = async (body: Body) => {
        const copy = this.#kept.copy();
        return { said: await readJson(copy.passing(body)), copy };
      };
      const { said, copy } = await this.#apiOf(all)
        .file(key, ofVersion(wanted), read)
        .catch((error: unknown) => {
          throw tooManyBytes(error, key);
        });
      const document = documentOf(said, key);
      // It may have become another since its version was asked for.
      this.#kept.keep(placeOf(key, version ?? document.version), document, copy);
      return document;
    });
  }
}

/** What the guard of requests says of any answer, in the words of whoever asked for a document. */
function tooManyBytes(error: unknown, key: string): unknown {
  const [, bytes] = (ConnectorError.is(error) && /is over (\d+) bytes/.exec(error.message)) || [];
  if (bytes === undefined) return error;
  return new ConnectorError(
    "refused",
    `File ${key} is larger than is read at once (${bytes} bytes). Name some of its pages or frames as nodes: their ids stand in addresses as node-id. A person can raise --max-document-bytes.`,
  );
}

function documentOf(said: unknown, key: string): FigmaDocument {
  const { name, version, lastModified, document, ...file } = (said ?? {}) as Partial<GetFileResponse>;
  if (!isTree(document) || document.type !== "DOCUMENT" || name === undefined || version === undefined)
    throw noDocument(key);
  assertBounded(document);
  const { components = {}, componentSets = {}, styles = {} } = file;
  return {
    ...{ key, name, version, lastModified: lastModified ?? "" },
    document,
    components,
    componentSets,
    styles,
    source: "rest",
  };
}
