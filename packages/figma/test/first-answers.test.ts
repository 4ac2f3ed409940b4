import { fileURLToPath } from "node:url";
import { describeFirstAnswers } from "@drawbridge/testkit";

const environment = { FIGMA_TOKEN: "figd_0000000000000000000000000000000000000000" };
const files = ["one.fig", "two.fig"];
const cache = [
  "--cache",
  "memory",
  "--cache-dir",
  "cache",
  "--cache-bytes",
  "20000000",
  "--max-document-bytes=20000000",
];
const far = ["--api-url", "http://127.0.0.1:1", "--code-connect", ".", "--log-level", "debug", "--log-format=json"];

describeFirstAnswers(fileURLToPath(new URL("../dist/cli.cjs", import.meta.url)), [
  { argv: [], environment },
  { argv: files, environment },
  { argv: [...files, ...cache, ...far], environment },
]);
