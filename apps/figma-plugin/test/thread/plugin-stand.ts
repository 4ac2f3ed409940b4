import { readFileSync } from "node:fs";
import type { PageMessage, PlanMessage, Reply, Request, ThreadMessage } from "@drawbridge/figma/bridge";
import {
  type ClientStorage,
  type OpenOptions,
  openFile,
  openSession,
  type RunningPlugin,
  runPlugin,
  type SimulatedFile,
} from "@drawbridge/sandbox/figma-plugin";

const code = readFileSync(new URL("../../dist/code.js", import.meta.url), "utf8");

type Asked = Request extends infer R ? (R extends Request ? Omit<R, "key"> : never) : never;

/** The plugin's built code with a simulated file open, and a window that a test stands in for. */
export class PluginStand {
  readonly file: SimulatedFile;
  readonly storage: ClientStorage = new Map();
  readonly messages: ThreadMessage[] = [];
  plugin: RunningPlugin;
  private readonly waiting = new Map<string, ((reply: Reply) => void)[]>();
  private last = 0;

  /** @param file one that another stand has open too */
  constructor(options: OpenOptions = {}, file = openFile(options)) {
    this.file = file;
    this.plugin = this.run();
  }

  /** Opens the plugin anew, after it was closed. */
  reopen(): void {
    this.plugin = this.run();
  }

  private run(): RunningPlugin {
    const plugin = runPlugin(this.file, { code, storage: this.storage });
    plugin.onMessage((message) => this.hear(message as ThreadMessage));
    return plugin;
  }

  /** The file as the person has it: their editor loads fonts and pages by itself. */
  get person() {
    return openSession(this.file, "person").api;
  }

  post(message: PageMessage): void {
    this.plugin.post(message);
  }

  /** Waits for a message of a kind. */
  async heard<Kind extends ThreadMessage["type"]>(kind: Kind): Promise<Extract<ThreadMessage, { type: Kind }>> {
    for (let i = 0; i < 2_000; i++) {
      const found = this.messages.find((message) => message.type === kind);
      if (found) return found as Extract<ThreadMessage, { type: Kind }>;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`No ${kind} came; errors: ${JSON.stringify(this.plugin.errors.map(String))}`);
  }

  /** Asks as the connector does. */
  ask(request: Asked, key = `request-${++this.last}`): Promise<Reply> {
    const reply = new Promise<Reply>((resolve) => this.waiting.set(key, [...(this.waiting.get(key) ?? []), resolve]));
    this.post({ type: "request", request: { ...request, key } as Request });
    return reply;
  }

  apply(operations: PlanMessage["operations"], more: Partial<PlanMessage> = {}, key?: string): Promise<Reply> {
    return this.ask({ type: "apply", plan: { operations, dryRun: false, ...more } }, key);
  }

  /** Applies a plan that is to succeed. */
  async applied(operations: PlanMessage["operations"], more: Partial<PlanMessage> = {}, key?: string) {
    const reply = await this.apply(operations, more, key);
    if (reply.type !== "result") throw new Error(JSON.stringify(reply));
    return reply.value as import("@drawbridge/figma/bridge").AppliedPlan;
  }

  private hear(message: ThreadMessage): void {
    this.messages.push(message);
    if (message.type !== "reply") return;
    const { reply } = message;
    if (reply.type !== "result" && reply.type !== "failed") return;
    const [next, ...others] = this.waiting.get(reply.key) ?? [];
    next?.(reply);
    this.waiting.set(reply.key, others);
  }
}
