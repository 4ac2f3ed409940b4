import type { Page, ToolContext } from "@drawbridge/core";
import type { Version } from "@figma/rest-api-spec";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { tooLarge } from "../listing/too-large.ts";

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
  const { page } = context;
  const listed: Listed[] = [];
  let before = page.place as string | undefined;
  for (let asked = 0; asked < mostPages; asked++) {
    // What the description calls a number is longer than a number holds exactly.
    const query = { page_size: 50, ...(before === undefined ? {} : { before: before as unknown as number }) };
    const { versions, pagination } = await api.versions(key, query);
    for (const version of versions) {
      if (!take(version, labelled, listed, page)) {
        page.stopAt(before);
        return { versions: listed };
      }
      before = version.id;
    }
    if (versions.length === 0 || pagination?.next_page === undefined) return { versions: listed };
  }
  page.stopAt(before);
  return { versions: listed };
}

/** Whether a version was dealt with: taken, or passed over since nobody named it. */
function take(version: Version, labelled: boolean, listed: Listed[], page: Page): boolean {
  const item = shown(version);
  if (labelled && item.label === undefined) return true;
  if (page.take(item)) return listed.push(item) > 0;
  if (listed.length === 0) throw tooLarge();
  return false;
}

function shown({ id, created_at, user, label, description }: Version): Listed {
  return {
    ...{ id, created: created_at, by: user.handle },
    ...(label ? { label } : {}),
    ...(description ? { description } : {}),
  };
}
