import { ConnectorError, type Finding, type OpenContext, UsageError } from "@drawbridge/core";
import type * as z from "zod";
import { figmaApi } from "../api/api-address.ts";
import { Figma } from "../client/figma.ts";
import type { options } from "../options.ts";
import { cacheFinding } from "./cache-finding.ts";
import { fileFindings } from "./file-findings.ts";
import { tokenFindings } from "./token-findings.ts";

/** What `--doctor` tells of Figma: whose token it is and what is left of it, whether files can be read, and where things are kept. */
export async function* doctor(given: z.output<typeof options>, { signal }: OpenContext): AsyncGenerator<Finding> {
  let client: Figma | undefined;
  try {
    client = await Figma.open(given);
    if (given.apiUrl !== figmaApi) yield { level: "note", title: `Figma is asked at ${given.apiUrl}` };
    yield* tokenFindings(client, signal);
    yield* fileFindings(client, signal);
    yield await cacheFinding(given);
    if (given.downloadDir === undefined)
      yield {
        level: "note",
        title: "figma_download is not served",
        detail: "No folder was named that it may write into",
        remedy: "Start the server with --download-dir <dir>",
      };
  } catch (error) {
    if (!(error instanceof UsageError || ConnectorError.is(error))) throw error;
    yield { level: "problem", title: error.message.replace(/\.$/, "") };
  } finally {
    await client?.close();
  }
}
