import type { Choices } from "../define/choices.ts";
import type { Content } from "../define/content.ts";
import type { Plan } from "../define/plan.ts";
import type { Tool } from "../define/tool.ts";
import type { Effect } from "../effects/effect.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { makeVisible } from "../fence/make-visible.ts";
import { fenceExplained } from "../fence/nonce-fence.ts";
import { Page } from "../paging/page.ts";
import type { Call } from "../pipeline/call.ts";
import type { Operation } from "../pipeline/operation.ts";
import type { Notes, Reply } from "../pipeline/reply.ts";
import { callContext } from "./call-context.ts";
import { describeIssues } from "./describe-issues.ts";
import { inputWithChoices } from "./input-with-choices.ts";
import { listingWithChoices } from "./listing-with-choices.ts";
import type { Listing } from "./prepared.ts";
import { assertTold, type ToolSchemas, toldSchemas, toolSchemas } from "./tool-schemas.ts";

/** Bytes of the budget kept for the header, the cursor and placeholders that are longer than what they stand for. */
const reserve = { share: 0.06, most: 4096, least: 512 };

/** A tool made ready: how it is declared and listed, and the operation that a call of it is. */
interface PreparedTool {
  readonly definition: Listing;
  /** With the choices that the options leave. */
  readonly listing: Listing;
  readonly operation: Operation;
}

/**
 * Makes a tool ready, once for all connections.
 *
 * @param built how its build lists it: what it takes and answers is told from there, and compared when it is first called
 */
export function prepareTool(tool: Tool<unknown>, built?: Listing, choices: Choices = {}): PreparedTool {
  const { effect } = tool;
  const input = inputWithChoices(tool.input, choices);
  const fixed = typeof effect === "string";
  let untested = built === undefined ? undefined : toldSchemas(built);
  const operation: Operation = {
    kind: "tool",
    name: tool.name,
    title: tool.title,
    lowestEffect: fixed ? effect : effect.lowest,
    asksNobody: effect === "read" && tool.ask === undefined,
    effectOf: (input) => (fixed ? effect : effect.of(input as never)),
    parse(given) {
      if (untested !== undefined) assertTold(tool, untested);
      untested = undefined;
      return parseInput(tool.name, input, given);
    },
    ...(tool.dryRun === undefined ? {} : { isDryRun: (input) => (input as { dry_run: boolean }).dry_run }),
    ...(tool.plan === undefined ? {} : { plan: (call: Call) => plan(tool, call) }),
    ...(tool.ask === undefined ? {} : { ask: (call, ask) => asked(tool, call, ask) }),
    invoke: (call) => invoke(tool, call),
  };
  const definition = definitionOf(tool, fixed ? effect : effect.highest, untested ?? toolSchemas(tool));
  return { definition, listing: listingWithChoices(definition, choices), operation };
}

function definitionOf(tool: Tool<unknown>, highest: Effect, schemas: ToolSchemas): Listing {
  const { name, title, description, output, additive, idempotent } = tool;
  return {
    name,
    title,
    description: output === undefined ? `${description} ${fenceExplained}` : description,
    ...schemas,
    annotations: {
      readOnlyHint: highest === "read",
      ...(highest === "read" ? {} : { destructiveHint: !(highest === "write" && additive === true) }),
      ...(idempotent === undefined ? {} : { idempotentHint: idempotent }),
    },
  };
}

function parseInput(name: string, input: Tool<unknown>["input"], given: unknown): unknown {
  const parsed = input.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const problems = describeIssues(parsed.error, Object.keys(input.shape));
  throw new ConnectorError("invalid_input", `${name} cannot be called so: ${problems}`);
}

async function plan(tool: Tool<unknown>, call: Call): Promise<Plan> {
  if (tool.plan === undefined) throw new Error(`${tool.name} has no plan`);
  return tool.plan(ownInput(tool, call.input) as never, await callContext(call), call.asked as never);
}

async function asked(tool: Tool<unknown>, call: Call, ask: unknown): Promise<unknown> {
  const context = Object.assign(await callContext(call), { ask: ask as never });
  return tool.ask?.(ownInput(tool, call.input) as never, context);
}

/** The input without what core added to it. */
function ownInput(tool: Tool<unknown>, input: unknown): Record<string, unknown> {
  const own = { ...(input as Record<string, unknown>) };
  // What a member was deleted of is slower to read from then on.
  if (tool.pages !== undefined && "cursor" in own) delete own.cursor;
  if (tool.dryRun !== undefined) delete own.dry_run;
  return own;
}

/** What a cursor continues: the arguments as they were sent, which are the same on every page but for the cursor. */
function withoutCursor(sent: unknown): unknown {
  const { cursor: _, ...rest } = (sent ?? {}) as Record<string, unknown>;
  return rest;
}

async function invoke(tool: Tool<unknown>, call: Call): Promise<Reply> {
  const { cursors, maxResultBytes, redactor, room = atOnce } = call.runtime;
  if (call.dryRun && tool.dryRun === "plan") return planned(await plan(tool, call));
  const input = ownInput(tool, call.input);
  const binding = { tool: tool.name, principal: call.principal, arguments: withoutCursor(call.sent) };
  const cursor = tool.pages === undefined ? undefined : (call.input as { cursor?: string }).cursor;
  const place = cursor === undefined ? undefined : cursors.open(cursor, binding);
  const kept = reserve.least + Math.min(maxResultBytes * reserve.share, reserve.most);
  const page = new Page(place, Math.floor(maxResultBytes - kept), (text) => makeVisible(redactor.text(text)));
  const work = call.dryRun && typeof tool.dryRun === "function" ? tool.dryRun : tool.run;
  const { stretch: withoutCutSecrets, reach: secretReach } = redactor;
  const notes: Record<string, number | boolean> = {};
  const note = (facts: Notes) => void Object.assign(notes, facts);
  const own = { note, page, approvedState: call.approvedState, withoutCutSecrets, secretReach, room };
  // Not spread, which would ask for the signal.
  const answer = await work.call(
    tool,
    input as never,
    Object.assign(await callContext(call), own),
    call.asked as never,
  );
  const next = page.next === undefined ? {} : { nextCursor: cursors.seal(page.next, binding) };
  if (tool.output !== undefined) return { kind: "record", record: { ...(answer as object), ...next }, notes };
  const { facts = {}, parts } = answer as Content;
  return { kind: "content", facts: { ...facts, ...next }, parts, notes };
}

async function atOnce(): Promise<void> {}

function planned({ summary, stateDigest }: Plan): Reply {
  return { kind: "content", facts: { dry_run: true, state: stateDigest }, parts: [{ text: summary }] };
}
