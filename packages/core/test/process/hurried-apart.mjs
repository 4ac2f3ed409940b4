// A program apart that has a second by the clock, and never answers.
import { serveApart } from "../../dist/apart/index.js";

const limits = {
  workMilliseconds: 50_000,
  milliseconds: 1000,
  heapMebibytes: 64,
  residentMebibytes: 1024,
  what: "The request",
  instead: "Ask for less.",
};

await serveApart(import.meta.url, limits, () => new Promise((resolve) => setTimeout(resolve, 60_000)));
