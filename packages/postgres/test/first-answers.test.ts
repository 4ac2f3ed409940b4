import { fileURLToPath } from "node:url";
import { describeFirstAnswers } from "@drawbridge/testkit";

const url = "postgres://reader@127.0.0.1:1/shop";
const quiet = [
  "--statement-timeout",
  "5s",
  "--pool-size=3",
  "--role",
  "auditor",
  "--log-level",
  "debug",
  "--log-format=json",
];

describeFirstAnswers(fileURLToPath(new URL("../dist/cli.cjs", import.meta.url)), [
  { argv: [] },
  { argv: [url] },
  { argv: [url, ...quiet] },
  { argv: [], environment: { DATABASE_URL: url, PGHOST: "127.0.0.1" } },
]);
