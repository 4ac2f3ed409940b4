import type { CallContext } from "@drawbridge/core";
import type { Node } from "@figma/rest-api-spec";
import type { Figma } from "../client/figma.ts";

/** As many as a host shows. */
const most = 100;

/** Suggestions for a file or a node of it. Nothing is asked of Figma for them: a guess may cost no request. */
export async function complete(
  variable: string,
  typed: string,
  context: CallContext<Figma>,
  chosen: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { client, signal } = context;
  if (variable === "file") return client.local.names.filter((name) => begins(name, typed)).slice(0, most);
  if (variable !== "id" && variable !== "node") return [];
  const design = await client.known(chosen.file ?? "", signal);
  if (design === undefined) return [];
  const found: string[] = [];
  const open: Node[] = [design.document];
  for (let node = open.shift(); node !== undefined && found.length < most; node = open.shift()) {
    if (node.type !== "DOCUMENT" && (begins(node.id, typed) || begins(node.name, typed))) found.push(node.id);
    // Level by level: what stands highest is asked for most.
    if ("children" in node) open.push(...node.children.slice(0, 5000 - open.length));
  }
  return found;
}

function begins(word: string, typed: string): boolean {
  return word.toLowerCase().startsWith(typed.toLowerCase().replaceAll(/(?<=\d)-(?=\d)/g, ":"));
}
