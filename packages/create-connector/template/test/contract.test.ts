import { fileURLToPath } from "node:url";
import { describeContract } from "@drawbridge/testkit";
import { afterAll } from "vitest";
import { quillHarbour } from "../src/connector.ts";
import { startQuillHarbour } from "./stand/start-quill-harbour.ts";

const items = Array.from({ length: 12 }, (_, index) => ({
  id: `${index + 1}`,
  title: `Crate ${index + 1}`,
  body: "Ink and paper. ".repeat(12),
  added: "2026-01-31T12:00:00.000Z",
}));
const token = "items-5f1d2c9e7a";
const stand = await startQuillHarbour(token, [...items]);
afterAll(() => stand[Symbol.asyncDispose]());

describeContract({
  connector: quillHarbour,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start: {
    argv: ["--access", "full", "--confirm", "never", stand.url],
    environment: { QUILL_HARBOUR_TOKEN: token },
  },
  unreachable: {
    argv: ["--access", "full", "--confirm", "never", "http://127.0.0.1:1"],
    environment: { QUILL_HARBOUR_TOKEN: token },
  },
  calls: {
    quill_harbour_search: [{ text: "" }, { text: "crate 7" }],
    quill_harbour_add: [{ title: "A crate of pens", body: "From the north" }],
  },
  state: () => stand.items.map(({ title }) => title),
  restore: () => void stand.items.splice(items.length),
  toolListBytes: 3 * 1024,
});
