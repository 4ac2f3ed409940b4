import type {
  Client,
  Implementation,
  Prompt,
  Resource,
  ResourceTemplateType,
  Tool,
} from "@modelcontextprotocol/client";

/** Everything that a server offers. */
export interface Offered {
  readonly server: Implementation;
  readonly revision: string;
  readonly instructions: string | undefined;
  readonly tools: readonly Tool[];
  readonly resources: readonly Resource[];
  readonly templates: readonly ResourceTemplateType[];
  readonly prompts: readonly Prompt[];
}

const mostPages = 50;

/** Asks a server for everything that it offers, page by page, as far as it says that it has such. */
export async function offered(client: Client): Promise<Offered> {
  const { tools, resources, prompts } = client.getServerCapabilities() ?? {};
  return {
    server: client.getServerVersion() ?? { name: "unnamed", version: "" },
    revision: client.getNegotiatedProtocolVersion() ?? "unknown",
    instructions: client.getInstructions(),
    tools: tools
      ? await all(
          (page) => client.listTools(page),
          ({ tools: items }) => items,
        )
      : [],
    resources: resources
      ? await all(
          (page) => client.listResources(page),
          ({ resources: items }) => items,
        )
      : [],
    templates: resources
      ? await all(
          (page) => client.listResourceTemplates(page),
          ({ resourceTemplates: items }) => items,
        )
      : [],
    prompts: prompts
      ? await all(
          (page) => client.listPrompts(page),
          ({ prompts: items }) => items,
        )
      : [],
  };
}

async function all<Page extends { nextCursor?: string | undefined }, Item>(
  list: (page: { cursor?: string }) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: Page = await list(cursor === undefined ? {} : { cursor });
    items.push(...itemsOf(page));
    cursor = page.nextCursor;
    if (cursor === undefined) break;
  }
  return items;
}
