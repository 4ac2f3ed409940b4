import type { Node } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";

const mostLines = 200;

/** Pages and the layers that stand highest, a line each: enough to know what there is. */
export function outlineOf({ document }: FigmaDocument): string {
  const lines: string[] = [];
  const level: { node: Node; depth: number }[] = document.children.map((node) => ({ node, depth: 0 }));
  for (let next = level.shift(); next !== undefined && lines.length < mostLines; next = level.shift()) {
    const { node, depth } = next;
    if ("visible" in node && node.visible === false) continue;
    lines.push(`${"  ".repeat(depth)}${node.id} ${node.type} ${node.name}`);
    const children = "children" in node ? (node.children as Node[]) : [];
    if (depth < 2) level.unshift(...children.map((child) => ({ node: child, depth: depth + 1 })));
  }
  if (level.length > 0) lines.push(`… and ${level.length} more`);
  return lines.join("\n");
}
