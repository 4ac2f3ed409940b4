import { fileURLToPath } from "node:url";
import { describeContract } from "@drawbridge/testkit";
import { inject } from "vitest";
import { postgres } from "../src/connector.ts";
import { urlOn } from "./stand/url-on.ts";

const port = inject("servers")[0]?.port ?? 0;

describeContract({
  connector: postgres,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start: { argv: [urlOn(port, "shop", "reader"), "--access", "full", "--confirm", "never"] },
  unreachable: { argv: ["postgres://reader@127.0.0.1:1/shop"] },
  calls: {
    pg_query: [
      { sql: "SELECT id, name, email FROM customers WHERE id <= 60 ORDER BY id" },
      { sql: "SELECT title FROM products WHERE sku = $1", params: ["SKU-00042"], format: "json" },
    ],
  },
  toolListBytes: 4 * 1024,
});
