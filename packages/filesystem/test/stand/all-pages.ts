import type { Host } from "@drawbridge/testkit";

/** One entry as fs_list and fs_find answer it. */
export interface Listed {
  readonly path: string;
  readonly type: string;
  readonly size?: number;
  readonly modified: string;
}

/** All entries of a listing, cursor by cursor; `between` runs after each page. Ends with an error where pages never do. */
export async function allPages(
  host: Host,
  tool: "fs_list" | "fs_find",
  input: Readonly<Record<string, unknown>>,
  between: (page: number) => void = () => {},
): Promise<readonly Listed[]> {
  const entries: Listed[] = [];
  let cursor: unknown;
  for (let page = 1; page === 1 || cursor !== undefined; page += 1) {
    if (page > 3000) throw new Error("The pages never end");
    const answer = await host.callTool(tool, { ...input, ...(cursor === undefined ? {} : { cursor }) });
    if (answer.isError) throw new Error(answer.text);
    entries.push(...((answer.structured?.entries ?? answer.structured?.matches ?? []) as readonly Listed[]));
    cursor = answer.structured?.nextCursor;
    between(page);
  }
  return entries;
}
