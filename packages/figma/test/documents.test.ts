import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { figmaKeys, shopDocument } from "@drawbridge/sandbox";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { Figma } from "../src/client/figma.ts";
import type { DocumentRequest } from "../src/client/figma-client.ts";
import { findNodes } from "../src/documents/find-nodes.ts";
import { ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
const { stand } = served;
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(() => void served.asked());

const { shop, branch } = figmaKeys;
const never = new AbortController().signal;

/** A client with a cache of its own unless one is named. */
function open({
  token = stand.token,
  folder = join(served.folder, randomUUID()),
  cache = "disk" as "disk" | "memory",
  maxDocumentBytes = 64 << 20,
} = {}) {
  return Figma.open({
    ...{ files: [], apiUrl: stand.url, token, cache, cacheDir: folder, cacheBytes: 64 << 20, maxDocumentBytes },
  });
}

const read = (client: Figma, file: string = shop, request: Partial<DocumentRequest> = {}) =>
  client.document(file, { signal: never, ...request });

const dear = () =>
  served
    .asked()
    .filter((request) => /GET \/v1\/files\/\w+(\/nodes)?\??/.test(request) && !/\/(meta|variables)/.test(request));

describe("a document", () => {
  it("is asked for once while its version stays, and each time whether it does", async () => {
    const client = await open();
    const [one, other] = [await read(client), await read(client)];
    expect(other).toEqual(one);
    expect(served.asked()).toEqual([
      `GET /v1/files/${shop}/meta`,
      `GET /v1/files/${shop}`,
      `GET /v1/files/${shop}/meta`,
    ]);
  });

  it("is asked for again once somebody saved another version", async () => {
    const client = await open();
    await read(client, branch);
    stand.commit(branch, shopDocument("Something else"));
    const { document } = await read(client, branch);
    expect(JSON.stringify(document)).toContain("Something else");
    expect(dear().length).toBe(2);
  });

  it("is found on disk by another process with the same token, and by none with another", async () => {
    const folder = join(served.folder, randomUUID());
    const first = await open({ folder });
    const document = await read(first);
    await first.close();
    served.asked();
    expect(await read(await open({ folder }))).toEqual(document);
    expect(dear()).toEqual([]);
    await read(await open({ folder, token: stand.issue({ login: "grace", seat: "full" }) }));
    expect(dear().length).toBe(1);
  });

  it("is asked for again where the disk's copy was damaged, and tells nothing of itself there", async () => {
    const folder = join(served.folder, randomUUID());
    const first = await open({ folder });
    await read(first);
    await first.close();
    const places = readdirSync(join(folder, "answers")).map((name) => join(folder, "answers", name));
    for (const place of places) {
      const bytes = readFileSync(place);
      expect(bytes.includes("evenings")).toBe(false);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      writeFileSync(place, bytes);
    }
    await read(await open({ folder }));
    expect(dear().length).toBe(2);
  });

  it("is not given from what is kept to an account that may no longer see it", async () => {
    const client = await open();
    await read(client, branch);
    stand.file(branch).readers = ["grace"];
    await expect(read(client, branch)).rejects.toMatchObject({ code: "refused" });
    delete stand.file(branch).readers;
  });

  it("is asked for once by many at once", async () => {
    const client = await open();
    await Promise.all(Array.from({ length: 8 }, () => read(client)));
    expect(dear().length).toBe(1);
  });

  it("goes on for others when one who waits for it leaves", async () => {
    const client = await open();
    const leaving = new AbortController();
    const [gone, stays] = [read(client, shop, { signal: leaving.signal }), read(client)];
    leaving.abort(new Error("left"));
    await expect(gone).rejects.toThrow("left");
    expect((await stays).name).toBe("Shop");
  });

  it("is given in the version that is asked for, or that the address names", async () => {
    const client = await open();
    const [, launch] = stand.file(shop).versions;
    const version = launch?.id ?? "";
    const words = async (file: string, request: Partial<DocumentRequest>) => {
      const { document } = await read(client, file, request);
      return findNodes(document, ["1:4"]).get("1:4");
    };
    expect(await words(shop, { version })).toMatchObject({ characters: "A lamp for long evenings" });
    const address = `https://www.figma.com/design/${shop}/Shop?version-id=${version}`;
    expect(await words(address, {})).toMatchObject({ characters: "A lamp for long evenings" });
    expect(await words(shop, {})).toMatchObject({ characters: "A lamp for slow evenings" });
    expect(dear().length).toBe(2);
  });

  it("brings its variables where the plan has them, and none where it has not", async () => {
    const client = await open();
    const { variables } = await read(client, shop, { variables: true });
    expect(Object.keys(variables?.variableCollections ?? {})).toEqual(["VariableCollectionId:5:1"]);
    expect((await read(client, figmaKeys.starter, { variables: true })).variables).toBeUndefined();
    served.asked();
    await read(client, figmaKeys.starter, { variables: true });
    expect(served.asked()).toEqual([`GET /v1/files/${figmaKeys.starter}/meta`]);
  });

  it("is read without its version's being asked where the token lacks the scope for that", async () => {
    const token = stand.issue({ login: "ada", seat: "full", scopes: ["file_content:read"] });
    const client = await open({ token });
    expect((await read(client)).name).toBe("Shop");
    await read(client);
    expect(served.asked().filter((request) => request.includes("/meta")).length).toBe(1);
  });
});

describe("a document that is too large", () => {
  it("is refused before it is read to its end, with what to do instead, and its nodes can be read", async () => {
    const large = "LARGEfile0000000000001";
    const content = shopDocument();
    stand.add({ key: large, name: "Large" }, { ...content, name: "x".repeat(3 << 20) });
    const client = await open({ maxDocumentBytes: 1 << 20 });
    await expect(read(client, large)).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("Name some of its pages or frames as nodes"),
    });
    expect((await read(client, large, { nodes: ["1:4"] })).document.children).toHaveLength(1);
  });
});

describe("nodes of a document", () => {
  it("come alone, under pages that hold nothing else", async () => {
    const { document } = await read(await open(), shop, { nodes: ["1:4", "2:1"] });
    expect(document.children.map(({ children }) => children.map(({ id }) => id))).toEqual([["1:4", "2:1"]]);
  });

  it("are those that the address names, unless the whole is wanted", async () => {
    const client = await open();
    const address = `https://www.figma.com/design/${shop}/Shop?node-id=1-4`;
    const { document } = await read(client, address);
    expect(document.children[0]?.children.map(({ id }) => id)).toEqual(["1:4"]);
    expect((await read(client, address, { whole: true })).document.children.length).toBe(2);
  });

  it("are asked for together where calls want them at once, and not again while the version stays", async () => {
    // A busy disk would hold some of them back for longer than others are waited for.
    const client = await open({ cache: "memory" });
    await Promise.all(["1:3", "1:4", "1:5"].map((id) => read(client, shop, { nodes: [id] })));
    await read(client, shop, { nodes: ["1:4", "1:5", "1:6"] });
    expect(dear()).toEqual([
      `GET /v1/files/${shop}/nodes?ids=1%3A3%2C1%3A4%2C1%3A5`,
      `GET /v1/files/${shop}/nodes?ids=1%3A6`,
    ]);
  });

  it("are taken from the whole document where that is known", async () => {
    const client = await open();
    await read(client);
    served.asked();
    expect((await read(client, shop, { nodes: ["1:4"] })).document.children[0]?.children[0]?.name).toBe("Headline");
    expect(dear()).toEqual([]);
  });

  it("are all of one version, also where the file changes between two questions", async () => {
    const client = await open();
    await read(client, branch, { nodes: ["1:4"] });
    // Saved after the client asked for the version, before it asks for the nodes.
    const { stamps } = client.documents;
    const stale = await stamps.of(branch, { signal: never });
    stand.commit(branch, shopDocument("Newer words"));
    stamps.of = async () => stale;
    const { document, version } = await read(client, branch, { nodes: ["1:4", "1:5"] });
    expect(version).not.toBe(stale.version);
    expect(findNodes(document, ["1:4"]).get("1:4")).toMatchObject({ characters: "Newer words" });
  });

  it.each([[true], [false]])("that are not there are named (whole known: %s)", async (isKnown) => {
    const client = await open();
    if (isKnown) await read(client);
    await expect(read(client, shop, { nodes: ["1:4", "77:1", "77:2"] })).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("Shop has no node 77:1, 77:2"),
    });
  });
});

it("asks as Figma's own description has it", () => {
  expect(stand.violations).toEqual([]);
});
