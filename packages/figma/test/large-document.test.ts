import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { RawServer } from "@drawbridge/testkit";
import { afterAll, describe, expect, it } from "vitest";

const builtCli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const [frames, layersOfEach] = [2000, 98];
const file = "LARGEfile0000000000001";

/** A layer with the fields that the API writes of each, whatever its type. */
function layer(type: string, id: string, x: number, y: number): string {
  const box = { x, y, width: 120 + (x % 7), height: 24 };
  const solid = { blendMode: "NORMAL", type: "SOLID", color: { r: 0.1, g: 0.1, b: 0.18, a: 1 } };
  const node = {
    ...{ id, name: `Layer ${id}`, type, scrollBehavior: "SCROLLS", blendMode: "PASS_THROUGH", fills: [solid] },
    ...{ strokes: [], strokeWeight: 1, strokeAlign: "INSIDE", effects: [], interactions: [], background: [solid] },
    ...{ absoluteBoundingBox: box, absoluteRenderBounds: box, backgroundColor: solid.color, clipsContent: true },
    ...{ constraints: { vertical: "TOP", horizontal: "LEFT" }, layoutSizingHorizontal: "FIXED", cornerRadius: 4 },
  };
  return JSON.stringify(node).slice(0, -1);
}

/** 198,002 layers, about 130 MB, written as they are read: neither this process holds them. */
function* document(): Iterable<string> {
  yield `{"name":"Large","version":"1","lastModified":"2026-05-04T10:00:00Z","components":{},"componentSets":{},"styles":{},`;
  yield '"document":{"id":"0:0","name":"Document","type":"DOCUMENT","children":[{"id":"0:1","name":"Page","type":"CANVAS","children":[';
  for (let frame = 0; frame < frames; frame += 1) {
    const layers = Array.from(
      { length: layersOfEach },
      (_, index) => `${layer("RECTANGLE", `${frame}:${index + 2}`, index * 130, frame * 30)}}`,
    );
    yield `${frame === 0 ? "" : ","}${layer("FRAME", `${frame}:1`, 0, frame * 30)},"children":[${layers.join(",")}]}`;
  }
  yield "]}]}}";
}

const figma = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  if (request.url?.includes("/meta"))
    return response.end(
      JSON.stringify({ file: { name: "Large", version: "1", last_touched_at: "2026-05-04T10:00:00Z" } }),
    );
  if (request.url?.startsWith(`/v1/files/${file}`) && !request.url.includes("/variables"))
    return Readable.from(document()).pipe(response);
  return response.writeHead(403).end(JSON.stringify({ status: 403, error: true, message: "Limited by Figma plan" }));
}).listen(0, "127.0.0.1");
await once(figma, "listening");
afterAll(() => {
  figma.closeAllConnections();
  figma.close();
});

describe.skipIf(process.platform !== "linux")(
  "a document of 198,000 layers, with memory measured as Linux tells it",
  () => {
    it("is read, searched and linted in less than half a gigabyte", async () => {
      const url = `http://127.0.0.1:${(figma.address() as AddressInfo).port}`;
      const environment = { FIGMA_TOKEN: "figd_large_document_0000000000000000000000" };
      const server = new RawServer(builtCli, { argv: ["--api-url", url, "--cache", "memory"], environment });
      await server.initialize();
      const call = async (name: string, input: object) => {
        const { result } = await server.request("tools/call", { name, arguments: { file, ...input } });
        const { isError = false, content } = result as { isError?: boolean; content: { text: string }[] };
        expect(isError, content[0]?.text).toBe(false);
        return content[0]?.text ?? "";
      };
      expect(await call("figma_read", { budget: 2000 })).toContain('rect "Layer 0:2"');
      expect(await call("figma_find", { name: "Layer 1999:99" })).toContain("1999:99");
      expect(await call("figma_lint", { rules: ["unnamed-layer"] })).toContain("Large");
      const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1024;
      expect(peak).toBeLessThan(512);
      server.kill("SIGKILL");
      await server.exited;
    });
  },
);
