import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Connector } from "@drawbridge/core";
import { Client } from "@modelcontextprotocol/client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { conformance } from "../src/conformance/conformance.ts";
import { inProcess } from "../src/places/in-process.ts";

const place = inProcess(conformance as unknown as Connector, { argv: [] });
const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
});

/** A host that answers everything, and writes down what it was asked and told. */
async function hostOf(revision: "2025-11-25" | "2026-07-28", capabilities: object) {
  const seen: string[] = [];
  const connection = await place.connect();
  const mode = revision === "2026-07-28" ? { pin: revision } : ("legacy" as const);
  const client = new Client({ name: "host", version: "1" }, { versionNegotiation: { mode }, capabilities });
  if ("elicitation" in capabilities) {
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      seen.push(params.message);
      return { action: "accept", content: { name: "Ada", color: "blue", context: "tests", ok: true } };
    });
  }
  if ("sampling" in capabilities) {
    client.setRequestHandler("sampling/createMessage", async ({ params }) => {
      seen.push(JSON.stringify(params.messages));
      return { role: "assistant", model: "m", content: { type: "text", text: "Paris" } };
    });
  }
  if ("roots" in capabilities) {
    client.setRequestHandler("roots/list", async () => ({ roots: [{ uri: "file:///work" }] }));
  }
  client.setNotificationHandler("notifications/message", ({ params }) => void seen.push(`${params.data}`));
  await client.connect(connection.transport);
  open.push({ close: () => client.close() }, connection);
  return { client, seen };
}

const everything = { elicitation: { form: {} }, sampling: {}, roots: {} };

describe.each(["2025-11-25", "2026-07-28"] as const)("the fixture, to a host of %s", (revision) => {
  it("asks person, model and host at once", async () => {
    const { client } = await hostOf(revision, everything);
    const { content } = await client.callTool({ name: "test_input_required_result_multiple_inputs" });
    expect(JSON.stringify(content)).toContain("Paris Ada, in 1 folders");
  });

  it("asks one question after the other", async () => {
    const { client, seen } = await hostOf(revision, everything);
    const { content } = await client.callTool({ name: "test_input_required_result_multi_round" });
    expect(seen).toEqual([expect.stringContaining("Step 1"), expect.stringContaining("Step 2")]);
    expect(JSON.stringify(content)).toContain("Ada likes blue");
  });

  it("asks before a prompt is written", async () => {
    const { client } = await hostOf(revision, everything);
    const { messages } = await client.getPrompt({ name: "test_input_required_result_prompt" });
    expect(messages).toMatchObject([{ role: "user", content: { text: "Use this context: tests" } }]);
  });

  it("asks for what the host offers, and for nothing else", async () => {
    const { client, seen } = await hostOf(revision, { sampling: {} });
    const { content } = await client.callTool({ name: "test_input_required_result_capabilities" });
    expect(seen).toEqual([expect.stringContaining("capital of France")]);
    expect(JSON.stringify(content)).toContain("Paris");
  });

  it("refuses what it would have to ask of a host that does not offer it", async () => {
    const { client, seen } = await hostOf(revision, { elicitation: { form: {} } });
    const call = client.callTool({ name: "test_missing_capability" });
    if (revision === "2026-07-28") await expect(call).rejects.toMatchObject({ code: -32021 });
    else expect(await call).toMatchObject({ isError: true, _meta: { code: "refused" } });
    expect(seen).toEqual([]);
  });

  it("answers texts, images and embedded resources, and puts them into prompts", async () => {
    const { client } = await hostOf(revision, {});
    const { content } = await client.callTool({ name: "test_multiple_content_types" });
    expect(content.map(({ type }) => type)).toEqual(["text", "image", "resource"]);
    const { messages } = await client.getPrompt({ name: "test_prompt_with_image" });
    expect(messages.map((message) => message.content.type)).toEqual(["image", "text"]);
  });

  it("lists addresses that stand alone as resources, and families as templates", async () => {
    const { client } = await hostOf(revision, {});
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      "test://static-text",
      "test://static-binary",
      "test://watched-resource",
    ]);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ name }) => name)).toEqual(["template-data"]);
  });
});

describe("the host's log", () => {
  it("gets the lines of a tool, from the level that the host wants", async () => {
    const { client, seen } = await hostOf("2025-11-25", {});
    await client.setLoggingLevel("info");
    await client.callTool({ name: "test_tool_with_logging" });
    expect(seen).toHaveLength(3);
    await client.setLoggingLevel("warning");
    await client.callTool({ name: "test_tool_with_logging" });
    expect(seen).toHaveLength(3);
  });

  it("gets none for a request of 2026-07-28 that wants none", async () => {
    const { client, seen } = await hostOf("2026-07-28", {});
    await client.callTool({ name: "test_logging_tool" });
    expect(seen).toEqual([]);
  });
});

describe("the fixture over HTTP", () => {
  let server: ChildProcess;
  let url: string;
  beforeAll(async () => {
    const cli = fileURLToPath(new URL("../dist/conformance/cli.js", import.meta.url));
    server = spawn(process.execPath, [cli, "--http", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
    if (server.stderr === null) throw new Error("The server has no log");
    for await (const line of createInterface(server.stderr)) {
      const port = /"event":"serving".*"port":(\d+)/.exec(line)?.[1];
      if (port === undefined) continue;
      url = `http://127.0.0.1:${port}/mcp`;
      break;
    }
    server.stderr.resume();
  });
  afterAll(async () => {
    const closed = new Promise((resolve) => server.once("close", resolve));
    server.kill();
    await closed;
  });

  async function call(name: string, clientCapabilities: object, answer: object = {}) {
    const _meta = {
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientCapabilities": clientCapabilities,
    };
    const params = { name, arguments: {}, ...answer, _meta };
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "mcp-protocol-version": "2026-07-28",
        "mcp-method": "tools/call",
        "mcp-name": name,
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
    });
    return { status: response.status, ...((await response.json()) as { result?: Asked; error?: { code: number } }) };
  }
  interface Asked {
    readonly requestState?: string;
    readonly content?: unknown;
  }

  const tool = "test_input_required_result_tampered_state";
  const inputResponses = { confirm: { action: "accept", content: { ok: true } } };

  it("refuses a state that was tampered with, and takes it as it was", async () => {
    const { result } = await call(tool, everything);
    const requestState = `${result?.requestState}`;
    const tampered = await call(tool, everything, { inputResponses, requestState: `${requestState}-TAMPERED` });
    expect([tampered.error?.code, tampered.result]).toEqual([-32602, undefined]);
    const whole = await call(tool, everything, { inputResponses, requestState });
    expect(JSON.stringify(whole.result?.content)).toContain("confirmed: true");
  });

  it("refuses the state of one tool with another", async () => {
    const { result } = await call(tool, everything);
    const requestState = `${result?.requestState}`;
    const other = await call("test_input_required_result_request_state", everything, { inputResponses, requestState });
    expect(other.error?.code).toBe(-32602);
  });

  it("says by the status what the host would have to offer", async () => {
    expect(await call("test_missing_capability", {})).toMatchObject({
      status: 400,
      error: { code: -32021, data: { requiredCapabilities: { sampling: {} } } },
    });
  });
});
