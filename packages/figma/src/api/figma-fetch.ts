import { type EgressFetch, egressGuard } from "@drawbridge/core";
import { figmaApi } from "./api-address.ts";

/** Where Figma keeps what it rendered and the images that people put into designs. */
const imageHosts = [
  "*.figma.com",
  "figma-alpha-api.s3.us-west-2.amazonaws.com",
  "s3-alpha.figma.com",
  "s3-alpha-sig.figma.com",
];

const govImageHosts = ["*.figma-gov.com"];

/** What may be reached: the API alone, and where images lie. */
export interface FigmaFetch {
  readonly api: EgressFetch;
  readonly images: EgressFetch;
}

/** @param maxDocumentBytes the most that one answer of the API may have */
export function figmaFetch(api: URL, maxDocumentBytes: number): FigmaFetch {
  const own = api.protocol === "http:" ? api.origin : api.host;
  // A company's gateway stands in its own network.
  const allowPrivate = api.origin === figmaApi ? [] : [api.hostname];
  const images = api.hostname.endsWith("figma-gov.com") ? govImageHosts : imageHosts;
  return {
    api: egressGuard({ hosts: [own], allowPrivate, maxBytes: maxDocumentBytes, timeout: 120_000, keepAlive: true }),
    images: egressGuard({
      hosts: [own, ...images],
      allowPrivate,
      maxBytes: 64 << 20,
      timeout: 60_000,
      keepAlive: true,
    }),
  };
}
