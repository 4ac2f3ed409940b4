import { makeVisible, UsageError } from "@drawbridge/core";
import type { Client } from "@modelcontextprotocol/client";
import type { Call } from "../command-line/call.ts";
import type { Command } from "../command-line/command.ts";
import { Failure } from "../command-line/failure.ts";
import { isInteractive } from "../command-line/is-interactive.ts";
import { print } from "../command-line/print.ts";
import { answerByFlag } from "../inspect/answer-by-flag.ts";
import type { AnswerForm } from "../inspect/form.ts";
import { offered } from "../inspect/offered.ts";
import { readInput } from "../inspect/read-input.ts";
import { serverTarget } from "../inspect/server-target.ts";
import { shownAnswer, shownOffer, shownPrompt, shownResource } from "../inspect/shown.ts";

const asking = ["call", "read", "prompt"] as const;

/** A host in the terminal. */
export const inspect: Command = {
  name: "inspect",
  operands: "[connector|url]",
  description: "Try a server out as a host would: list and call its tools, read its resources, answer what it asks",
  rest: "Options of the connector; where neither a connector nor a URL is named, a command that starts a server",
  flags: [
    { name: "call", placeholder: "<tool>", description: "Call this tool, and end" },
    { name: "read", placeholder: "<uri>", description: "Read this resource, and end" },
    { name: "prompt", placeholder: "<name>", description: "Get this prompt, and end" },
    {
      name: "input",
      placeholder: "<json>",
      description: "With --call or --prompt: what it is given, as a JSON object",
    },
    {
      name: "arg",
      placeholder: "<key>=<value>",
      description: "The same, one by one; a value that is JSON is taken as such; repeatable",
      repeatable: true,
    },
    {
      name: "confirm",
      placeholder: "<yes|no>",
      description: "Answer what the server asks, instead of you; no where nobody can be asked",
    },
    {
      name: "header",
      placeholder: "<name: value>",
      description: "With a URL: send this header; repeatable",
      repeatable: true,
    },
    {
      name: "token-env",
      placeholder: "<VARIABLE>",
      description: "With a URL: send the bearer token that this variable holds",
    },
    { name: "list", description: "Show what it offers, and end" },
    { name: "json", description: "Answers as JSON" },
  ],
  examples: [
    ["drawbridge inspect filesystem -- ~/notes", "look around in what it offers, and try it"],
    ["drawbridge inspect filesystem --call fs_list --arg path=. -- ~/notes", "call one tool"],
    [
      "drawbridge inspect https://mcp.example.com/mcp --token-env TOKEN --list",
      "see what a server of somebody else's offers",
    ],
    ["drawbridge inspect --list -- node my-server.js", "or one that you are writing"],
  ],
  async run(call) {
    const way = wayOf(call);
    const target = await serverTarget(call);
    // The protocol's client takes as long to load as all else, for which no other command should wait.
    const { connect } = await import("../inspect/connect.ts");
    const client = await connect(target, await answering(call));
    try {
      return await performed(way, call, client);
    } catch (error) {
      if (error instanceof Failure || error instanceof UsageError) throw error;
      throw new Failure(`the server says: ${makeVisible((error as Error).message)}`);
    } finally {
      await client.close().catch(() => {});
    }
  },
};

type Way = (typeof asking)[number] | "list" | "session";

function wayOf(call: Call): Way {
  const given = asking.filter((flag) => call.has(flag));
  if (given.length > 1) throw new UsageError(`--${given.join(" and --")} do not go together`);
  const confirm = call.text("confirm");
  if (confirm !== undefined && confirm !== "yes" && confirm !== "no") throw new UsageError("--confirm takes yes or no");
  const takesInput = call.has("call") || call.has("prompt");
  if (!takesInput && (call.has("input") || call.has("arg")))
    throw new UsageError("--input and --arg belong to --call or --prompt");
  const [first] = given;
  if (first !== undefined) return first;
  return call.has("list") || call.has("json") || !isInteractive() ? "list" : "session";
}

async function answering(call: Call): Promise<AnswerForm> {
  const confirm = call.text("confirm");
  if (confirm === undefined && isInteractive()) return (await import("../inspect/answer-by-asking.ts")).answerByAsking;
  return answerByFlag(confirm === "yes" ? "yes" : "no");
}

async function performed(way: Way, call: Call, client: Client): Promise<number> {
  if (way === "session") {
    await (await import("../inspect/session.ts")).session(client, await offered(client));
    return 0;
  }
  const tell = <Answer>(answer: Answer, shown: (answer: Answer) => string) =>
    print(call.has("json") ? `${JSON.stringify(answer, null, 2)}\n` : shown(answer));
  if (way === "list") tell(await offered(client), shownOffer);
  if (way === "read") tell(await client.readResource({ uri: call.text("read") ?? "" }), shownResource);
  const input = readInput(call.text("input"), call.texts("arg"));
  if (way === "prompt") {
    const texts = Object.fromEntries(Object.entries(input).map(([key, value]) => [key, String(value)]));
    tell(await client.getPrompt({ name: call.text("prompt") ?? "", arguments: texts }), shownPrompt);
  }
  if (way !== "call") return 0;
  const answer = await client.callTool({ name: call.text("call") ?? "", arguments: input });
  tell(answer, shownAnswer);
  return answer.isError === true ? 1 : 0;
}
