import { join } from "node:path";
import { ConnectorError, type EgressFetch, type Pauses, SealedFolder, sha256, Watching } from "@drawbridge/core";
import type * as z from "zod";
import { apiAddress } from "../api/api-address.ts";
import type { ApiCall } from "../api/api-call.ts";
import { FigmaApi } from "../api/figma-api.ts";
import { figmaFetch } from "../api/figma-fetch.ts";
import { Transport } from "../api/transport.ts";
import { ConnectedCode } from "../codeconnect/connected-code.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { DownloadFolder } from "../downloading/download-folder.ts";
import { theOpenOne } from "../editing/choose-channel.ts";
import { openDocument } from "../editing/open-document.ts";
import { OpenFiles } from "../editing/open-files.ts";
import type { FileAddress } from "../files/file-address.ts";
import { LocalFiles } from "../files/local-files.ts";
import { parseAddress } from "../files/parse-address.ts";
import { cachePlace } from "../keeping/cache-place.ts";
import { KeptAnswers } from "../keeping/kept-answers.ts";
import { KeptTexts } from "../keeping/kept-texts.ts";
import type { options } from "../options.ts";
import { LedgerFile } from "../quota/ledger-file.ts";
import { QuotaLedger } from "../quota/quota-ledger.ts";
import type { DocumentRequest, FigmaClient, FileSource } from "./figma-client.ts";
import { RemoteDocuments } from "./remote-documents.ts";
import { subtreesOf } from "./subtrees-of.ts";

type Given = z.output<typeof options>;

/** What is not said by options. */
interface Surroundings {
  /** What is open in Figma; nothing where no plugin is waited for. */
  readonly openFiles?: OpenFiles;
  /** Between two looks at a file at Figma that is watched. */
  readonly pauses?: Pauses;
}

const usualPauses: Pauses = { first: 10_000, longest: 300_000, apart: 15_000 };

/** The connector's client: Figma under the token of the person who runs the server, and the files that were named at start. */
export class Figma implements FigmaClient {
  readonly local: LocalFiles;
  readonly code: ConnectedCode | undefined;
  readonly images: EgressFetch;
  readonly transport: Transport;
  readonly documents: RemoteDocuments;
  /** Looks at files on this machine cost nothing. */
  readonly localWatching = new Watching({ first: 500, longest: 2000, apart: 50 });
  /** A View seat has five looks a minute, and needs them for other things too. */
  readonly remoteWatching: Watching;
  readonly openFiles: OpenFiles;
  readonly #kept: KeptAnswers;
  readonly #downloads: DownloadFolder | undefined;

  private constructor(given: Given, { openFiles = OpenFiles.none, pauses = usualPauses }: Surroundings) {
    this.openFiles = openFiles;
    this.remoteWatching = new Watching(pauses);
    const address = apiAddress(given.apiUrl);
    const fetch = figmaFetch(address, given.maxDocumentBytes);
    this.images = fetch.images;
    this.transport = new Transport({ address, fetch: fetch.api, token: given.token, ledger: ledgerOf(given) });
    this.local = new LocalFiles(given.files, given.maxDocumentBytes);
    this.code = given.codeConnect === undefined ? undefined : new ConnectedCode(given.codeConnect);
    this.#kept = new KeptAnswers(given.cache !== "off", textsOf(given));
    this.#downloads = given.downloadDir === undefined ? undefined : new DownloadFolder(given.downloadDir);
    this.documents = new RemoteDocuments((call) => this.api(call), this.#kept);
  }

  /** The tool that writes into it is not served where none was named. */
  get downloads(): DownloadFolder {
    if (this.#downloads !== undefined) return this.#downloads;
    throw new ConnectorError("refused", "The server was started without --download-dir, so nothing is written.");
  }

  /** Nothing is asked yet. */
  static async open(given: Given, surroundings: Surroundings = {}): Promise<Figma> {
    return new Figma(given, surroundings);
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
    // Where it is not there yet, a plugin that comes back is waited for, and who has none is told what to do.
    if (file === theOpenOne && this.local.find(file) === undefined) await this.openFiles.channel(file, request.signal);
    const open = this.#openFile(file, request);
    if (open !== undefined) return open;
    const source = this.source(file);
    if ("remote" in source) return this.documents.read(source.remote, request);
    if (request.version !== undefined)
      throw new ConnectorError(
        "invalid_input",
        `${file} is a file on this machine, which has no versions. Leave the version out, name a file at Figma, or compare it with another file that was named at start.`,
      );
    const document = await this.local.read(source.local, request.signal);
    return request.nodes === undefined ? document : subtreesOf(document, [...new Set(request.nodes)]);
  }

  /** A document that is known without asking Figma anything. */
  async known(file: string, signal: AbortSignal): Promise<FigmaDocument | undefined> {
    const local = this.local.find(file);
    if (local !== undefined) return this.local.read(local, signal);
    const address = parseAddress(file);
    return "problem" in address ? undefined : this.documents.known(address.key);
  }

  /** What is open is read there: it costs no request, and is newer. Its history is at Figma alone. */
  #openFile(file: string, request: DocumentRequest): Promise<FigmaDocument> | undefined {
    if (request.version !== undefined || this.local.find(file) !== undefined) return undefined;
    const channel = this.openFiles.find(file);
    if (channel === undefined) return undefined;
    const address = parseAddress(file);
    const named = "problem" in address || address.node === undefined ? undefined : [address.node];
    const nodes = request.whole === true ? undefined : (request.nodes ?? named);
    return openDocument(channel, { ...request, nodes }, this.openFiles.known);
  }

  api(call: ApiCall): FigmaApi {
    return new FigmaApi(this.transport, call);
  }

  /** What `--check` reports. */
  async check(signal: AbortSignal): Promise<Record<string, unknown>> {
    const files = this.local.names;
    for (const name of files) await this.document(name, { signal });
    return {
      ...(this.transport.hasToken ? { user: await this.#user(signal) } : { token: "none" }),
      ...(files.length === 0 ? {} : { files: [...files] }),
      ...this.openFiles.state,
    };
  }

  async close(): Promise<void> {
    this.local.close();
    await this.openFiles.close();
    await this.#kept.close();
  }

  /** A token that may not tell whose it is, is one that Figma knows all the same. */
  async #user(signal: AbortSignal): Promise<string> {
    try {
      return (await this.api({ signal }).me()).handle;
    } catch (error) {
      if (ConnectorError.is(error) && error.code === "refused" && error.message.includes("current_user:read"))
        return "not told (the token lacks the scope current_user:read)";
      throw error;
    }
  }

  #unknown(file: string, problem: string): ConnectorError {
    const { names } = this.local;
    const local = names.length === 0 ? "" : ` Files on this machine: ${names.join(", ")}.`;
    return new ConnectorError("invalid_input", `${JSON.stringify(file.slice(0, 120))} ${problem}.${local}`);
  }
}

/** Nobody's answers are kept on disk: there is nothing to seal them with. */
function textsOf({ cache, cacheDir, cacheBytes, maxDocumentBytes, token }: Given): KeptTexts | undefined {
  const place = cache === "disk" ? cachePlace(cacheDir) : undefined;
  if (place === undefined || token === undefined) return undefined;
  const folder = join(place, "answers");
  const sealed = new SealedFolder({
    folder,
    secret: token,
    purpose: "drawbridge-figma answers",
    mostBytes: cacheBytes,
  });
  return new KeptTexts(sealed, maxDocumentBytes);
}

function ledgerOf({ cache, cacheDir, token }: Given): QuotaLedger {
  const place = cache === "disk" ? cachePlace(cacheDir) : undefined;
  if (place === undefined || token === undefined) return new QuotaLedger(undefined);
  const name = `${sha256(`drawbridge-figma quota ${token}`).slice(0, 32)}.jsonl`;
  return new QuotaLedger(new LedgerFile(join(place, "quota", name)));
}
