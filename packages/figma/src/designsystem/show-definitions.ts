import { ConnectorError, type ToolContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { assertSameVersion } from "../nodes/assert-same-version.ts";
import type { DefinitionKind } from "./definition-kinds.ts";
import { listComponentSets, listComponents } from "./list-components.ts";
import { listLibraries } from "./list-libraries.ts";
import { listStyles } from "./list-styles.ts";
import { listVariables } from "./list-variables.ts";
import type { Listed } from "./listed.ts";
import { type Usage, usageOf } from "./usage.ts";

/** What `figma_design_system` is asked. */
export interface DefinitionsInput {
  readonly file: string;
  readonly kind: DefinitionKind;
  readonly query?: string | undefined;
}

type DefinitionsContext = Pick<ToolContext<Pick<FigmaClient, "document">>, "client" | "page" | "signal"> &
  Parameters<typeof callOf>[0];

interface Place {
  readonly version: string;
  readonly item: number;
}

/** What `figma_design_system` answers. */
export interface DefinitionsAnswer {
  readonly design: string;
  /** Of the kind, and of those that match. */
  readonly total: number;
  readonly matching: number;
  readonly note?: string;
  readonly items: Listed[];
}

/** The definitions of one kind that a design has, by pages. */
export async function showDefinitions(
  { file, kind, query }: DefinitionsInput,
  context: DefinitionsContext,
): Promise<DefinitionsAnswer> {
  const { client, page } = context;
  const place = page.place as Place | undefined;
  const variables = kind === "variables" || kind === "styles" || kind === "libraries";
  const document = await client.document(file, { ...callOf(context), whole: true, variables });
  assertSameVersion(document, place?.version);
  const all = listOf(kind, document, usageOf(document));
  const wanted = query === undefined ? all : all.filter((item) => matches(item, query));
  const note = noteOf(kind, document);
  page.take({ design: document.name, total: all.length, matching: wanted.length, note, items: [] });
  const items: Listed[] = [];
  for (const item of wanted.slice(place?.item ?? 0)) {
    if (page.take(item)) {
      items.push(item);
      continue;
    }
    if (items.length === 0)
      throw new ConnectorError(
        "refused",
        `${item.name} alone is larger than an answer may be here. A person can raise --max-result-bytes.`,
      );
    page.stopAt({ version: document.version, item: (place?.item ?? 0) + items.length } satisfies Place);
    break;
  }
  return {
    ...{ design: document.name, total: all.length, matching: wanted.length },
    ...(note === undefined ? {} : { note }),
    items,
  };
}

function listOf(kind: DefinitionKind, document: FigmaDocument, usage: Usage): readonly Listed[] {
  switch (kind) {
    case "components":
      return listComponents(document, usage);
    case "component_sets":
      return listComponentSets(document, usage);
    case "styles":
      return listStyles(document, usage);
    case "variables":
      return document.variables === undefined ? [] : listVariables(document.variables, usage);
    case "libraries":
      return listLibraries(document, usage);
  }
}

/** All words in the name, the set's, the collection's or the description. */
function matches(item: Listed, query: string): boolean {
  const text = [item.name, item.set, item.collection, item.description].join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function noteOf(kind: DefinitionKind, { variables }: FigmaDocument): string | undefined {
  if (variables !== undefined || (kind !== "variables" && kind !== "libraries")) return undefined;
  return "The source does not tell variables: REST does on Enterprise plans alone. An open file and a local .fig do.";
}
