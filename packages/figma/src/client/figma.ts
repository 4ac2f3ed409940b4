import { ConnectorError, type EgressFetch, type OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { apiAddress } from "../api/api-address.ts";
import type { ApiCall } from "../api/api-call.ts";
import { FigmaApi } from "../api/figma-api.ts";
import { figmaFetch } from "../api/figma-fetch.ts";
import { Transport } from "../api/transport.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { findNodes, withNodes } from "../documents/subtrees-of.ts";
import type { FileAddress } from "../files/file-address.ts";
import { LocalFiles } from "../files/local-files.ts";
import { parseAddress } from "../files/parse-address.ts";
import type { options } from "../options.ts";
import type { DocumentRequest, FigmaClient, FileSource } from "./figma-client.ts";
import { RemoteDocuments } from "./remote-documents.ts";
import { unknownNodes } from "./unknown-nodes.ts";

type Given = z.output<typeof options>;

/** The connector's client: Figma under the token of the person who runs the server, and the files that were named at start. */
export class Figma implements FigmaClient {
  readonly local: LocalFiles;
  readonly images: EgressFetch;
  readonly transport: Transport;
  readonly #documents: RemoteDocuments;

  private constructor(given: Given) {
    const address = apiAddress(given.apiUrl);
    const fetch = figmaFetch(address, given.maxDocumentBytes);
    this.images = fetch.images;
    this.transport = new Transport({ address, fetch: fetch.api, token: given.token });
    this.local = new LocalFiles(given.files, given.maxDocumentBytes);
    this.#documents = new RemoteDocuments();
  }

  /** Nothing is asked yet. */
  static async open(given: Given, _context: Pick<OpenContext, "log">): Promise<Figma> {
    return new Figma(given);
  }

  source(file: string): FileSource {
    const local = this.local.find(file);
    if (local !== undefined) return { local };
    const address = parseAddress(file);
    if ("problem" in address) throw this.#unknown(file, address.problem);
    return { remote: address };
  }

  remote(file: string, purpose: string): FileAddress {
    const source = this.source(file);
    if ("remote" in source) return source.remote;
    throw new ConnectorError(
      "invalid_input",
      `${file} is a file on this machine, which has no ${purpose}: those are at Figma. Name a file there, by its key or address.`,
    );
  }

  async document(file: string, request: DocumentRequest): Promise<FigmaDocument> {
    const source = this.source(file);
    if ("remote" in source) return this.#documents.read(this.api(request), source.remote, request);
    if (request.version !== undefined)
      throw new ConnectorError(
        "invalid_input",
        `${file} is a file on this machine, which has no versions. Leave the version out, or name a file at Figma.`,
      );
    const document = await this.local.read(source.local, request.signal);
    return request.nodes === undefined ? document : subtrees(document, request.nodes);
  }

  api(call: ApiCall): FigmaApi {
    return new FigmaApi(this.transport, call);
  }

  /** What `--check` reports. */
  async check(signal: AbortSignal): Promise<Record<string, unknown>> {
    const files = this.local.names;
    for (const name of files) await this.document(name, { signal });
    const me = this.transport.hasToken ? await this.api({ signal }).me() : undefined;
    return {
      ...(me === undefined ? { token: "none" } : { user: me.handle }),
      ...(files.length === 0 ? {} : { files: [...files] }),
    };
  }

  async close(): Promise<void> {}

  #unknown(file: string, problem: string): ConnectorError {
    const { names } = this.local;
    const local = names.length === 0 ? "" : ` Files on this machine: ${names.join(", ")}.`;
    return new ConnectorError("invalid_input", `${JSON.stringify(file.slice(0, 120))} ${problem}.${local}`);
  }
}

function subtrees(document: FigmaDocument, ids: readonly string[]): FigmaDocument {
  const found = findNodes(document.document, ids);
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) throw unknownNodes(document.name, missing);
  return withNodes(document, [...found.values()]);
}
