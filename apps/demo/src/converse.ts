import type { CallToolResult, Client } from "@modelcontextprotocol/client";
import { clip } from "./clip.ts";
import { connectHost, type Served } from "./connect-host.ts";
import { paint } from "./paint.ts";
import { print } from "./print.ts";
import type { Question } from "./question.ts";
import { showAnswer } from "./show-answer.ts";

/**
 * A host connects to a connector, discovers its tools, asks, and is answered or refused; all of it is shown.
 *
 * @param again what is another now, of a connector that was shown before: it stands in place of the tools
 */
export async function converse(served: Served, questions: readonly Question[], again?: string): Promise<void> {
  const host = await connectHost(served);
  const server = host.getServerVersion();
  const revision = host.getNegotiatedProtocolVersion();
  print(paint.bold(`\n${server?.name} ${server?.version}`) + paint.dim(`  over stdio, MCP ${revision}`));

  if (again === undefined) await showTools(host);
  print(`\n${again ?? "Questions and answers"}\n`);
  let last: Readonly<Record<string, unknown>> = {};
  for (const { asked, tool, input, keep, meanwhile, ...shown } of questions) {
    const given = input(last);
    const result = (await host.callTool({ name: tool, arguments: given })) as CallToolResult;
    last = (result.structuredContent ?? last) as typeof last;
    const call = paint.blue(clip(`${tool} ${JSON.stringify(given)}`));
    print(`${paint.bold(`  ${asked}`)}\n  ${call}\n${showAnswer(result, shown)}\n`);
    keep?.(textOf(result));
    if (meanwhile === undefined) continue;
    print(`${paint.dim(`  ${meanwhile.told}`)}\n`);
    await meanwhile.done(textOf(result));
  }
  await host.close();
}

function textOf({ content }: CallToolResult): string {
  return content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
}

async function showTools(host: Client): Promise<void> {
  const { tools } = await host.listTools();
  print(`\nTools discovered\n`);
  const widest = Math.max(...tools.map(({ name }) => name.length));
  for (const { name, title } of tools) print(`    ${paint.green(name.padEnd(widest))}  ${title}`);
}
