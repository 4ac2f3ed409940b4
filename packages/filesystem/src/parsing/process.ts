// The process that parses one document: a program of its own, which the bundler puts into dist/parsing/.
import { serveApart } from "@drawbridge/core/apart";
import { parse } from "./parse.ts";

await serveApart(
  import.meta.url,
  {
    workMilliseconds: 15_000,
    milliseconds: 45_000,
    heapMebibytes: 384,
    residentMebibytes: 512,
    what: "The document",
    instead: "fs_read reads the text of text files by pages.",
  },
  parse,
);
