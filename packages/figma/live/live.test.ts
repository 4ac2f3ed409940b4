import { describeSmoke } from "./describe-smoke.ts";

const { FIGMA_TOKEN = "", DRAWBRIDGE_API_URL, DRAWBRIDGE_LIVE_FILE } = process.env;
if (DRAWBRIDGE_LIVE_FILE === undefined)
  throw new Error("Set DRAWBRIDGE_LIVE_FILE to the key or the address of a design that the token's account may see.");

const other = DRAWBRIDGE_API_URL === undefined ? [] : ["--api-url", DRAWBRIDGE_API_URL];
// Nothing is taken from what an earlier run kept.
describeSmoke({ argv: [...other, "--cache", "memory"], environment: { FIGMA_TOKEN } }, DRAWBRIDGE_LIVE_FILE);
