import type { CallToolResult } from "@modelcontextprotocol/client";
import { clip } from "./clip.ts";
import { connectHost, type Served } from "./connect-host.ts";
import { paint } from "./paint.ts";
import { print } from "./print.ts";
import type { Question } from "./question.ts";
import { showAnswer } from "./show-answer.ts";

/** A host connects to a connector, discovers its tools, asks, and is answered or refused; all of it is shown. */
export async function converse(served: Served, questions: readonly Question[]): Promise<void> {
  const host = await connectHost(served);
  const server = host.getServerVersion();
  const revision = host.getNegotiatedProtocolVersion();
  print(paint.bold(`\n${server?.name} ${server?.version}`) + paint.dim(`  over stdio, MCP ${revision}`));

  const { tools } = await host.listTools();
  print(`\nTools discovered\n`);
  const widest = Math.max(...tools.map(({ name }) => name.length));
  for (const { name, title } of tools) print(`    ${paint.green(name.padEnd(widest))}  ${title}`);

  print(`\nQuestions and answers\n`);
  let last: Readonly<Record<string, unknown>> = {};
  for (const { asked, tool, input } of questions) {
    const given = input(last);
    const result = (await host.callTool({ name: tool, arguments: given })) as CallToolResult;
    last = (result.structuredContent ?? last) as typeof last;
    const call = paint.blue(clip(`${tool} ${JSON.stringify(given)}`));
    print(`${paint.bold(`  ${asked}`)}\n  ${call}\n${showAnswer(result)}\n`);
  }
  await host.close();
}
