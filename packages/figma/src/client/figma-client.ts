import type { EgressFetch } from "@drawbridge/core";
import type { ApiCall } from "../api/api-call.ts";
import type { FigmaApi } from "../api/figma-api.ts";
import type { ConnectedCode } from "../codeconnect/connected-code.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { OpenFiles } from "../editing/open-files.ts";
import type { FileAddress } from "../files/file-address.ts";

/** What of a document is wanted; all of it where nothing is said. And for which call: see `callOf`. */
export interface DocumentRequest extends ApiCall {
  /** Ids as REST writes them, `12:34`. Where nothing is said, the node that the address names, if it names one. */
  readonly nodes?: readonly string[] | undefined;
  /** All of the document, also where the address names a node. */
  readonly whole?: boolean | undefined;
  /** A version id from the history; where it is left out the one that the address names, or the newest. */
  readonly version?: string | undefined;
  /** Whether variables are needed too, which costs a request of their own. */
  readonly variables?: boolean | undefined;
}

/** What a call names: a file at Figma, or one on this machine. */
export type FileSource = { readonly remote: FileAddress } | { readonly local: string };

/** Where designs come from: the API, local files, and files that are open in Figma. */
export interface FigmaClient {
  /**
   * @param file a key, any of Figma's URLs, or a local file named at start
   * @throws ConnectorError that says what to do, where it is not found, not allowed, or costs more than is left
   */
  document(file: string, request: DocumentRequest): Promise<FigmaDocument>;
  /** What a text names, without asking anybody. */
  source(file: string): FileSource;
  /**
   * Of a file that has to be at Figma, its address.
   *
   * @param purpose what a local file is no good for, as it is told: "comments"
   */
  remote(file: string, purpose: string): FileAddress;
  /** The API for one call. */
  api(call: ApiCall): FigmaApi;
  /** Code of a project that is connected to components; undefined where no project was named. */
  readonly code?: ConnectedCode | undefined;
  /** The files that are open in Figma, where the plugin connects them. */
  readonly openFiles: OpenFiles;
  /** `fetch` for images that the API gave the addresses of. */
  readonly images: EgressFetch;
}
