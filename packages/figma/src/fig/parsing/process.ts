// The process that reads one local file: a program of its own, which the bundler puts into dist/parsing/.
import { serveApart } from "@drawbridge/core/apart";
import { parseFig } from "./parse-fig.ts";

await serveApart(
  import.meta.url,
  {
    workMilliseconds: 40_000,
    milliseconds: 50_000,
    heapMebibytes: 1024,
    residentMebibytes: 1536,
    what: "The file",
    instead: "Save a copy of it with fewer pages, or read it through the API, by its key.",
  },
  parseFig,
);
