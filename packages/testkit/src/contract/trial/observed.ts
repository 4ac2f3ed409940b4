import type { Connector } from "@drawbridge/core";

interface Observer {
  /** A tool began to run; the promise is its own. */
  ran?(ended: Promise<unknown>): void;
  /** A tool told how far it has come, whether the host asked or not. */
  progressed?(done: number, total: number | undefined): void;
}

/** The same connector, its tools looked at while they run: what they do after core has answered, or core holds back. */
export function observed(connector: Connector, { ran, progressed }: Observer): Connector {
  const tools = connector.tools.map((tool): Connector["tools"][number] => ({
    ...tool,
    run(input, context) {
      const progress: typeof context.progress = (done, total, message) => {
        progressed?.(done, total);
        context.progress(done, total, message);
      };
      const ended = tool.run(input, { ...context, progress });
      ran?.(ended);
      return ended;
    },
  }));
  return { ...connector, tools };
}
