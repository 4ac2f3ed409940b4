import { ConnectorError } from "@drawbridge/core";
import type { FigmaClient } from "../client/figma-client.ts";

/** Of what a webhook hears: files may be named by their addresses too. */
export function contextIdOf(context: "team" | "project" | "file", id: string, client: FigmaClient): string {
  if (context === "file") return client.remote(id, "webhooks").key;
  if (/^\d{1,30}$/.test(id)) return id;
  throw new ConnectorError(
    "invalid_input",
    `A ${context}'s id is a number, which stands in its address behind /${context}/.`,
  );
}
