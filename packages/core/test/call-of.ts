import type { HostsAnswer } from "../src/asking/hosts-answer.ts";
import { OpenQuestions } from "../src/asking/open-questions.ts";
import { SuspendedCalls } from "../src/asking/suspended-calls.ts";
import { Gates } from "../src/limits/gates.ts";
import { RunningCalls } from "../src/limits/running-calls.ts";
import { CursorSeal } from "../src/paging/cursor-seal.ts";
import type { Call } from "../src/pipeline/call.ts";
import type { Operation } from "../src/pipeline/operation.ts";
import type { Reply } from "../src/pipeline/reply.ts";
import { Redactor } from "../src/redaction/redactor.ts";
import type { Runtime } from "../src/serving/runtime.ts";
import { MemoryStore } from "../src/state/memory-store.ts";
import { MemoryLog } from "./memory-log.ts";

/** A runtime that grants everything, with the changes that a test is about. */
export function runtimeOf(changes: Partial<Runtime> = {}): Runtime {
  return {
    access: "full",
    confirmation: { threshold: undefined },
    timeout: 5000,
    maxResultBytes: 65_536,
    gates: new Gates(16, 5000),
    toolLimits: new Map(),
    rateLimit: undefined,
    redactor: new Redactor(),
    cursors: new CursorSeal(),
    suspended: new SuspendedCalls(new MemoryStore()),
    questions: new OpenQuestions(),
    log: new MemoryLog(),
    audit: undefined,
    telemetry: undefined,
    running: new RunningCalls(),
    stopping: new AbortController().signal,
    toolFilter: () => true,
    switchOf: () => "--tools",
    client: async () => ({}),
    ...changes,
  };
}

/** A tool that takes anything and does what a test tells it to. */
export function operationOf(invoke: (call: Call) => Promise<Reply>, changes: Partial<Operation> = {}): Operation {
  const effect = changes.lowestEffect ?? "read";
  return {
    kind: "tool",
    name: "shelf_read",
    title: "Read",
    lowestEffect: effect,
    effectOf: () => effect,
    parse: (input) => input,
    invoke,
    ...changes,
  };
}

/** A call of an operation, as a host makes it. */
export function callOf(operation: Operation, runtime: Runtime = runtimeOf(), changes: Partial<Call> = {}): Call {
  const hosts = new AbortController().signal;
  return {
    runtime,
    operation,
    principal: "local",
    access: runtime.access,
    reference: "test-1",
    arrived: performance.now(),
    sent: changes.input ?? {},
    input: {},
    effect: operation.lowestEffect,
    signal: () => hosts,
    canAsk: () => false,
    answer: undefined,
    progress: () => {},
    ...changes,
  };
}

/** A content answer of one text. */
export function textReply(text: string, facts = {}): Reply {
  return { kind: "content", facts, parts: [{ text }] };
}

/** What a host sends back when its person allows a call. */
export function allowed(state: string): HostsAnswer {
  return { state, responses: { allow: { action: "accept", content: { allow: true } } } };
}
