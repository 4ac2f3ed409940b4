import { ConnectorError, type Content, type Facts, type ToolContext } from "@drawbridge/core";
import { estimateTokens } from "../budget/estimate-tokens.ts";
import { callOf } from "../client/call-of.ts";
import type { DocumentRequest, FigmaClient } from "../client/figma-client.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { Design } from "./design.ts";
import { designOf } from "./design-of.ts";
import type { Detail } from "./detail.ts";
import { type TreePage, treePage } from "./tree-page.ts";

/** What `figma_read` is asked. */
export interface ReadInput {
  readonly file: string;
  readonly nodes?: readonly string[] | undefined;
  readonly depth?: number | undefined;
  readonly detail: Detail;
  readonly budget: number;
}

/** Where a page begins: a layer's index, in which version of the file. */
type Place = readonly [index: number, version: string];

type ReadContext = Pick<ToolContext<FigmaClient>, "client" | "signal" | "page" | "progress" | "note">;

/** What the marks around the text take, and what is written between header and text. */
const fenceTokens = 28;

/** A cursor is letters and digits at random, of which a token seldom has fewer than two; its name, and what is between. */
const cursorTokens = 104;

const longestName = 60;
const mostEtags = 4;

/** A page of a design as a tree, of which the answer as a whole stays within the budget. */
export async function readDesign(input: ReadInput, context: ReadContext): Promise<Content> {
  const { page, client } = context;
  const place = page.place as Place | undefined;
  const document = await documentFor(input, place, context);
  const design = designOf(document, codeFor(input.file, document, client));
  const start = place?.[0] ?? 0;
  let bytes = page.bytesLeft - 1;
  let told = pageWithin(design, input, start, bytes);
  // What hides a secret may be longer than the secret.
  for (let tries = 0; !page.take(told.text) && tries < 4; tries += 1) {
    bytes = Math.floor(bytes * 0.8);
    told = pageWithin(design, input, start, bytes);
  }
  if (told.next !== undefined) page.stopAt([told.next, document.version] satisfies Place);
  return { facts: factsOf(design, start, told), parts: [{ text: told.text }] };
}

const noCode: ReadonlyMap<string, string> = new Map();

/** Of a branch, what is connected to the file that it was taken from too. */
function codeFor(file: string, document: FigmaDocument, client: FigmaClient): ReadonlyMap<string, string> {
  if (client.code === undefined) return noCode;
  const source = document.source === "rest" ? client.source(file) : undefined;
  if (source === undefined || !("remote" in source)) return client.code.of(undefined);
  const { key, mainKey } = source.remote;
  return client.code.of(mainKey === undefined ? [key] : [mainKey, key]);
}

/** The pages of one reading are of one version, also where somebody changes the file meanwhile. */
async function documentFor(
  { file, nodes, detail }: ReadInput,
  place: Place | undefined,
  context: ReadContext,
): Promise<FigmaDocument> {
  const request: DocumentRequest = { ...callOf(context), nodes, variables: detail === "full" };
  const document = await context.client.document(file, request);
  if (place === undefined || place[1] === document.version) return document;
  if (document.source !== "rest" || !("remote" in context.client.source(file)))
    throw new ConnectorError(
      "conflict",
      "The file was changed since the previous page. Leave cursor out to read it anew.",
    );
  const earlier = await context.client.document(file, { ...request, version: place[1] });
  return { ...earlier, variables: document.variables };
}

/** Most designs fit on a page, which then has no cursor. */
function pageWithin(design: Design, { detail, depth, budget }: ReadInput, start: number, bytes: number): TreePage {
  const whole = design.roots.length > 0 && design.roots.every(({ type }) => type === "CANVAS");
  // The document itself, which holds the pages, has no line.
  const levels = depth === undefined ? Number.POSITIVE_INFINITY : whole ? Math.max(0, depth - 1) : depth;
  const tokens = budget - fenceTokens - headerTokens(design);
  const request = { detail, depth: levels, start, tokens, bytes };
  const page = treePage(design, request);
  return page.next === undefined ? page : treePage(design, { ...request, tokens: tokens - cursorTokens });
}

function factsOf({ document: { name, version, etags }, flat }: Design, start: number, told: TreePage): Facts {
  const end = told.next ?? flat.length;
  const shownEtags = Object.entries(etags ?? {}).slice(0, mostEtags);
  return {
    file: name.length > longestName ? `${name.slice(0, longestName)}…` : name,
    version,
    etag: shownEtags.length === 0 ? undefined : shownEtags.map(([id, etag]) => `${id}=${etag}`).join(" "),
    layers: `${Math.min(start + 1, end)}-${end} of ${flat.length}`,
    hidden: told.hidden === 0 ? undefined : told.hidden,
    in_images: told.folded === 0 ? undefined : told.folded,
    deeper: told.deeper === 0 ? undefined : told.deeper,
  };
}

/** The header at its longest. */
function headerTokens(design: Design): number {
  const most = design.flat.total;
  const told = { text: "", told: most, folded: most, hidden: most, deeper: most, next: most };
  const shown = Object.entries(factsOf(design, most, told)).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return estimateTokens(`[${shown.join(" | ")}]\n\n`);
}
