import type { ApiCall } from "../api/api-call.ts";
import type { FigmaApi } from "../api/figma-api.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { FileAddress } from "../files/file-address.ts";
import type { KeptAnswers } from "../keeping/kept-answers.ts";
import type { DocumentRequest } from "./figma-client.ts";
import { FileStamps } from "./file-stamps.ts";
import { FileVariables } from "./file-variables.ts";
import { Subtrees } from "./subtrees.ts";
import { subtreesOf } from "./subtrees-of.ts";
import { WholeFiles } from "./whole-files.ts";

/**
 * Documents at Figma. Which version they have costs little to ask, what is in them is dear: so the one is asked first, and what is
 * known of that version is used. Whatever is kept was had with the same token, and is used once Figma has answered to it again.
 */
export class RemoteDocuments {
  readonly stamps: FileStamps;
  readonly #whole: WholeFiles;
  readonly #subtrees: Subtrees;
  readonly #variables: FileVariables;

  constructor(apiOf: (call: ApiCall) => FigmaApi, kept: KeptAnswers) {
    this.stamps = new FileStamps(apiOf);
    this.#whole = new WholeFiles(apiOf, kept);
    this.#subtrees = new Subtrees(apiOf, kept);
    this.#variables = new FileVariables(apiOf, kept);
  }

  /** As it was when Figma told its version last. */
  async known(key: string): Promise<FigmaDocument | undefined> {
    const version = this.stamps.last(key)?.version;
    return version === undefined ? undefined : this.#whole.known({ key, version: undefined, kept: version });
  }

  async read({ key, node, version: named }: FileAddress, request: DocumentRequest): Promise<FigmaDocument> {
    const { signal, progress, spent } = request;
    const call: ApiCall = { signal, progress, ...(spent === undefined ? {} : { spent }) };
    const newest = await this.stamps.of(key, call);
    const version = request.version ?? named;
    const wanted = { key, version, kept: version ?? newest.version };
    const ids = request.whole === true ? undefined : (request.nodes ?? (node === undefined ? undefined : [node]));
    const known = await this.#whole.known(wanted);
    const document =
      ids === undefined
        ? (known ?? (await this.#whole.read(wanted, call)))
        : known === undefined
          ? await this.#subtrees.read(wanted, [...new Set(ids)], call)
          : subtreesOf(known, [...new Set(ids)]);
    // Variables are told as they are now; what they were is told nowhere.
    if (request.variables !== true || version !== undefined) return document;
    const variables = await this.#variables.read(key, newest.version, call);
    return variables === undefined ? document : { ...document, variables };
  }
}
