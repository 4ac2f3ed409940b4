import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { newNumber } from "./numbered.ts";
import { RecordedGithub } from "./recorded-github.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listening(server: Server): Promise<string> {
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A GitHub of which every address says what was asked, and how often anything was. */
async function recorded(): Promise<string> {
  let asked = 0;
  const answers: RequestListener = (request, response) => {
    response.writeHead(200, { etag: '"a"' }).end(`${request.method} ${request.url}, ${++asked}`);
  };
  return listening(new RecordedGithub(await listening(createServer(answers))).server);
}

const textAt = async (url: string, request?: RequestInit) => (await fetch(url, request)).text();

test("an address is asked for once, by whatever number", async () => {
  const url = await recorded();
  const answers = [await textAt(`${url}/issues/${newNumber(8)}`), await textAt(`${url}/issues/${newNumber(8)}`)];
  expect(answers).toEqual(["GET /issues/8, 1", "GET /issues/8, 1"]);
  expect(await textAt(`${url}/issues/9`)).toBe("GET /issues/9, 2");
});

test("what is the same costs nothing", async () => {
  const url = await recorded();
  await textAt(`${url}/issues/8`);
  const again = await fetch(`${url}/issues/8`, { headers: { "if-none-match": '"a"' } });
  expect([again.status, await again.text(), await textAt(`${url}/spent`)]).toEqual([304, "", "1"]);
});

test("a change is answered as the first was, and costs", async () => {
  const url = await recorded();
  const change = (body: string) => textAt(`${url}/issues`, { method: "POST", body });
  expect([await change("one"), await change("another")]).toEqual(["POST /issues, 1", "POST /issues, 1"]);
  expect(await textAt(`${url}/spent`)).toBe("2");
});

test("queries are told from each other", async () => {
  const url = await recorded();
  const query = (body: string) => textAt(`${url}/graphql`, { method: "POST", body });
  expect(await query("one")).not.toBe(await query("another"));
});
