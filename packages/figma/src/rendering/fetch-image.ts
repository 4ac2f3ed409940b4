import { ConnectorError, type EgressFetch } from "@drawbridge/core";

/** Brings an image from where Figma keeps it. Addresses carry their own permission: no token goes along. */
export async function fetchImage(fetch: EgressFetch, url: string, signal: AbortSignal): Promise<Buffer> {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    response.cancel();
    throw new ConnectorError(
      "unavailable",
      `Figma made an image, and its storage answered ${response.status} for it. Try again in a moment.`,
    );
  }
  return Buffer.from(await response.arrayBuffer());
}
