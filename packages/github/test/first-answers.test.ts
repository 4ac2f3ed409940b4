import { fileURLToPath } from "node:url";
import { describeFirstAnswers } from "@drawbridge/testkit";

const environment = { GITHUB_TOKEN: "ghp_0000000000000000000000000000000000000" };
const quiet = ["--host", "https://github.example.com", "--repos", "acme/*", "--cache", "memory", "--fresh-for=60"];

describeFirstAnswers(fileURLToPath(new URL("../dist/cli.cjs", import.meta.url)), [
  { argv: [], environment },
  { argv: [...quiet, "--log-level", "debug", "--log-format=json"], environment },
  { argv: [], environment: { ...environment, GITHUB_API_URL: "http://127.0.0.1:1" } },
]);
