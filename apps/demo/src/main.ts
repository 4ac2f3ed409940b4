import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CallToolResult } from "@modelcontextprotocol/client";
import { clip } from "./clip.ts";
import { connectHost } from "./connect-host.ts";
import { paint } from "./paint.ts";
import { questions } from "./questions.ts";
import { showAnswer } from "./show-answer.ts";

// The main job on a copy of a folder that comes with the repository: a host connects, discovers, asks, and is answered or refused.
const folder = mkdtempSync(join(tmpdir(), "drawbridge-demo-"));
const bakery = join(folder, "bakery");
cpSync(fileURLToPath(new URL("../sample", import.meta.url)), bakery, { recursive: true });
const print = (line: string) => process.stdout.write(`${line}\n`);

const host = await connectHost(bakery, join(folder, "journal"));
const server = host.getServerVersion();
print(
  paint.bold(`\n${server?.name} ${server?.version}`) +
    paint.dim(`  over stdio, MCP ${host.getNegotiatedProtocolVersion()}`),
);

const { tools } = await host.listTools();
print(`\nTools discovered\n`);
for (const { name, title } of tools) print(`    ${paint.green(name.padEnd(14))} ${title}`);

print(`\nQuestions and answers\n`);
let last: Readonly<Record<string, unknown>> = {};
for (const { asked, tool, input } of questions) {
  const given = input(last);
  const result = (await host.callTool({ name: tool, arguments: given })) as CallToolResult;
  last = (result.structuredContent ?? last) as typeof last;
  print(
    `${paint.bold(`  ${asked}`)}\n  ${paint.blue(clip(`${tool} ${JSON.stringify(given)}`))}\n${showAnswer(result)}\n`,
  );
}

await host.close();
rmSync(folder, { recursive: true });
print(`Serve a folder of your own to your AI host:  ${paint.bold("npx @drawbridge/filesystem ~/notes")}\n`);
