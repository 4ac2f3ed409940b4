import type { AppliedPlan, Reply, Request, ThreadMessage } from "@drawbridge/figma/bridge";
import { openFile, rasterize, runPlugin } from "@drawbridge/sandbox/figma-plugin";
import { BenchFailure } from "../bench-failure.ts";
import { pluginCode } from "./open-figma.ts";

type Asked = Request extends infer One ? (One extends Request ? Omit<One, "key"> : never) : never;

/** The plugin in a simulated Figma without a connector: asked for what the connector asks of it, its own work alone. */
export class PluginAlone {
  readonly #plugin = runPlugin(openFile({ key: "alone", rasterize }), { code: pluginCode() });
  readonly #waiting = new Map<string, (reply: Reply) => void>();
  #last = 0;

  constructor() {
    this.#plugin.onMessage((message) => this.#hear(message as ThreadMessage));
    this.#plugin.post({ type: "opened" });
  }

  /** A plan, and what is looked at of what it touched. */
  async edit(operations: readonly Record<string, unknown>[]): Promise<AppliedPlan> {
    const applied = (await this.#ask({
      type: "apply",
      plan: { operations: [...operations], dryRun: false },
    })) as AppliedPlan;
    const [node = ""] = applied.roots;
    await Promise.all([
      this.#ask({ type: "read", nodes: applied.roots, variables: true }),
      this.#ask({ type: "export", node, format: "png", scale: 1, longest: 640 }),
    ]);
    return applied;
  }

  close(): void {
    this.#plugin.close();
  }

  async #ask(request: Asked): Promise<unknown> {
    const key = `bench-${++this.#last}`;
    const replied = new Promise<Reply>((resolve) => this.#waiting.set(key, resolve));
    this.#plugin.post({ type: "request", request: { ...request, key } });
    const reply = await replied;
    if (reply.type !== "result") throw new BenchFailure(`the plugin answered ${JSON.stringify(reply)}`);
    return reply.value;
  }

  #hear(message: ThreadMessage): void {
    if (message.type !== "reply" || (message.reply.type !== "result" && message.reply.type !== "failed")) return;
    this.#waiting.get(message.reply.key)?.(message.reply);
    this.#waiting.delete(message.reply.key);
  }
}
