import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packExtension } from "@anthropic-ai/mcpb";
import type { PublishedConnector } from "../published/published-connector.ts";
import { stageBundle } from "./stage-bundle.ts";

/** Writes a connector's bundle, whose manifest its makers' schema has to accept, and resolves with its SHA-256. */
export async function packBundle(connector: PublishedConnector, file: string): Promise<string> {
  const staging = mkdtempSync(join(tmpdir(), "drawbridge-bundle-"));
  try {
    stageBundle(connector, staging);
    const isPacked = await packExtension({ extensionPath: staging, outputPath: file, silent: true });
    if (!isPacked)
      throw new Error(`The bundle of ${connector.manifest.name} cannot be packed: its manifest is not valid`);
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } finally {
    rmSync(staging, { recursive: true });
  }
}
