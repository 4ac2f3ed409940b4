import type { PageMessage, Reply, Request, ThreadMessage } from "@drawbridge/figma/bridge";
import { operationKinds } from "@drawbridge/figma/operations";
import type { PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { rollBack } from "./journal/roll-back.ts";
import { exportNode } from "./reading/export-node.ts";
import { focus } from "./reading/focus.ts";
import { canvasOf, selectionOf } from "./reading/placed-node.ts";
import { readNodes } from "./reading/read-nodes.ts";
import { Asking } from "./running/ask-person.ts";
import { explainError } from "./running/explain-error.ts";
import { Kept } from "./running/kept.ts";
import { PlanRunner } from "./running/plan-runner.ts";
import { ChangeWatch } from "./watch-changes.ts";

/** The window's size, and how large the person may make it. */
const size = { width: 340, height: 420 };

/** As many answers as are kept in memory for a connector that asks again. */
const mostAnswers = 200;

/** Runs the plugin: opens its window, and does what comes from there. */
export function startPlugin(figma: PluginAPI, html: string, version: string): void {
  figma.showUI(html, { ...size, themeColors: true, title: "Drawbridge" });
  const post = (message: ThreadMessage) => figma.ui.postMessage(message);
  const reply = (one: Reply) => post({ type: "reply", reply: one });
  const kept = new Kept(figma.clientStorage);
  const asking = new Asking(post);
  const runner = new PlanRunner(figma, kept, asking);
  const watch = new ChangeWatch((nodes) => runner.heard(nodes), reply);
  const instance = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 12)}`.padEnd(8, "0");
  const rolledBack = rollBack(figma);
  const requests = new Requests(figma, { kept, runner, watch, reply });
  watch.start(figma);
  figma.on("currentpagechange", () => {
    const { id, name } = figma.currentPage;
    reply({ type: "page", page: { id, name } });
  });
  figma.ui.onmessage = async (message: PageMessage) => {
    switch (message.type) {
      case "opened": {
        const words = await rolledBack;
        const { id, name } = figma.currentPage;
        post({
          type: "ready",
          hello: {
            version,
            instance,
            file: { key: figma.fileKey ?? `unsaved-${figma.root.name}`.slice(0, 128), name: figma.root.name },
            page: { id, name },
            editor: figma.editorType,
            operations: [...operationKinds],
          },
          settings: await kept.settings(),
          pairings: await kept.pairings(),
          ...(words !== undefined && { rolledBack: words }),
        });
        return;
      }
      case "request":
        await rolledBack;
        await requests.answer(message.request);
        return;
      case "answer":
        asking.answer(message.ask, message.allowed);
        return;
      case "settings":
        await kept.keepSettings(message.settings);
        return;
      case "pairings":
        await kept.keepPairings(message.pairings);
        return;
      case "resize":
        figma.ui.resize(message.width, message.height);
    }
  };
}

interface Means {
  readonly kept: Kept;
  readonly runner: PlanRunner;
  readonly watch: ChangeWatch;
  readonly reply: (reply: Reply) => void;
}

type Asked = Exclude<Request, { type: "cancel" }>;

/** Answers each request once, however often it comes. */
class Requests {
  private readonly figma: PluginAPI;
  private readonly means: Means;
  private readonly answers = new Map<string, Promise<Reply>>();

  constructor(figma: PluginAPI, means: Means) {
    this.figma = figma;
    this.means = means;
  }

  async answer(request: Request): Promise<void> {
    if (request.type === "cancel") {
      this.means.runner.cancel(request.key);
      return;
    }
    let answer = this.answers.get(request.key);
    if (!answer) {
      answer = this.first(request);
      this.answers.set(request.key, answer);
      const [oldest] = this.answers.keys();
      if (this.answers.size > mostAnswers && oldest !== undefined) this.answers.delete(oldest);
    }
    this.means.reply(await answer);
    // What changes nothing may be done again; its answers can be large.
    if (request.type !== "apply" && request.type !== "undo") this.answers.delete(request.key);
  }

  private async first(request: Asked): Promise<Reply> {
    const { key } = request;
    try {
      const again = request.type === "apply" && !request.plan.dryRun ? await this.means.kept.result(key) : undefined;
      return { type: "result", key, value: again ?? (await this.do(request)) };
    } catch (error) {
      return { type: "failed", key, failure: explainError(error) };
    }
  }

  private do(request: Asked): Promise<unknown> | unknown {
    const { figma } = this;
    const { runner, watch, reply } = this.means;
    switch (request.type) {
      case "apply": {
        const { key, plan } = request;
        const total = plan.operations.length;
        return runner.apply(key, plan, (done) => reply({ type: "progress", key, done, total }));
      }
      case "undo":
        return runner.undo(request.key, request.edit, request.andLater === true);
      case "read":
        return readNodes(figma, watch.version, request);
      case "selection":
        return selectionOf(figma);
      case "canvas":
        return canvasOf(figma);
      case "focus":
        return focus(figma, request.nodes);
      case "export":
        return exportNode(figma, request);
    }
  }
}
