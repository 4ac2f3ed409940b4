import type { ToolContext } from "@drawbridge/core";
import type { Version } from "@figma/rest-api-spec";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";

interface Listed {
  readonly id: string;
  readonly created: string;
  readonly by: string;
  readonly label?: string;
  readonly description?: string;
}

/** Most requests of one call; what they leave is for the next. */
const mostPages = 10;

/** One page of a file's history, as much as fits. */
export async function listVersions(
  { file, labelled }: { readonly file: string; readonly labelled: boolean },
  context: ToolContext<FigmaClient>,
): Promise<{ versions: Listed[] }> {
  const { key } = context.client.remote(file, "versions");
  const api = context.client.api(callOf(context));
  const listed: Listed[] = [];
  let before = context.page.place as string | undefined;
  for (let page = 0; page < mostPages; page++) {
    // What the description calls a number is longer than a number holds exactly.
    const query = { page_size: 50, ...(before === undefined ? {} : { before: before as unknown as number }) };
    const { versions, pagination } = await api.versions(key, query);
    for (const version of versions) {
      const item = shown(version);
      if (labelled && item.label === undefined) {
        before = version.id;
        continue;
      }
      if (!context.page.take(item)) {
        context.page.stopAt(before);
        return { versions: listed };
      }
      listed.push(item);
      before = version.id;
    }
    if (versions.length === 0 || pagination?.next_page === undefined) return { versions: listed };
  }
  context.page.stopAt(before);
  return { versions: listed };
}

function shown({ id, created_at, user, label, description }: Version): Listed {
  return {
    ...{ id, created: created_at, by: user.handle },
    ...(label ? { label } : {}),
    ...(description ? { description } : {}),
  };
}
