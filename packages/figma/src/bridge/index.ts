// What the plugin in Figma shares with the connector.

export { bridgePath } from "./bridge-path.ts";
export { bridgePorts } from "./bridge-ports.ts";
export type { Hello } from "./handshake.ts";
export { type Reply, replySchema } from "./messages.ts";
export type { LogEntry } from "./page/log-entry.ts";
export { type Asking, PageSession, type Shown } from "./page/page-session.ts";
export type { Introduction, Refusal, Socket } from "./plugin-end/attempt.ts";
export { PluginEnd, type PluginEndSettings, type PluginState } from "./plugin-end/plugin-end.ts";
export type { KeptPairing, PageMessage, PluginSettings, Removal, ThreadMessage } from "./plugin-thread.ts";
export type { Changed, Failure } from "./replies.ts";
export { longestPlan, type PlanMessage, type Request, requestSchema } from "./requests.ts";
export type { AppliedPlan, Canvas, Change, ExportedNode, ReadNodes, Selection, UndonePlan } from "./results.ts";
