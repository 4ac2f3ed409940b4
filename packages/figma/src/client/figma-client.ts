import type { FigmaDocument } from "../documents/figma-document.ts";

/** What of a document is wanted; all of it where nothing is said. */
export interface DocumentRequest {
  /** Ids as REST writes them, `12:34`. */
  readonly nodes?: readonly string[] | undefined;
  /** A version id from the history; the newest where it is left out. */
  readonly version?: string | undefined;
  /** Whether variables are needed too, which costs a request of their own. */
  readonly variables?: boolean | undefined;
  readonly signal: AbortSignal;
}

/** Where designs come from: the API, local files, and files that are open in Figma. */
export interface FigmaClient {
  /**
   * @param file a key, any of Figma's URLs, or a local file named at start
   * @throws ConnectorError that says what to do, where it is not found, not allowed, or costs more than is left
   */
  document(file: string, request: DocumentRequest): Promise<FigmaDocument>;
}
