import type { OpenFiles } from "./open-files.ts";

/** What of the client the tools for open files use. */
export interface EditingClient {
  readonly openFiles: OpenFiles;
}
