import { fileURLToPath } from "node:url";
import type { CallToolResult } from "@modelcontextprotocol/client";
import { connectHost } from "./connect-host.ts";
import { paint } from "./paint.ts";
import { questions } from "./questions.ts";
import { showAnswer } from "./show-answer.ts";

// The main job on a folder that comes with the repository: a host connects, discovers, asks, and is answered or refused.
const sample = fileURLToPath(new URL("../sample", import.meta.url));
const print = (line: string) => process.stdout.write(`${line}\n`);

const host = await connectHost(sample);
const server = host.getServerVersion();
print(
  paint.bold(`\n${server?.name} ${server?.version}`) +
    paint.dim(`  over stdio, MCP ${host.getNegotiatedProtocolVersion()}`),
);

const { tools } = await host.listTools();
print(`\nTools discovered\n`);
for (const { name, title } of tools) print(`    ${paint.green(name.padEnd(14))} ${title}`);

print(`\nQuestions and answers\n`);
for (const { asked, tool, input } of questions) {
  const result = (await host.callTool({ name: tool, arguments: input })) as CallToolResult;
  print(`${paint.bold(`  ${asked}`)}\n  ${paint.blue(`${tool} ${JSON.stringify(input)}`)}\n${showAnswer(result)}\n`);
}

await host.close();
print(`Serve a folder of your own to your AI host:  ${paint.bold("npx @drawbridge/filesystem ~/notes")}\n`);
