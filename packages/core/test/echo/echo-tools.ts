import * as z from "zod";

/** One tool, for servers of several makes to serve alike. All of them answer with what they are sent. */
export interface EchoTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  /** Where the answer is structured: what `record` answers. */
  readonly output?: z.ZodObject;
}

const text = z.string().max(1_000_000).describe("What to answer");

const echo: EchoTool = {
  name: "echo_text",
  title: "Echo",
  description: "Answers the text that it is sent.",
  input: z.strictObject({ text }),
};

const echoRecord: EchoTool = {
  name: "echo_record",
  title: "Echo as a record",
  description: "Answers the text that it is sent as a record. For the text alone use echo_text.",
  input: z.strictObject({ text }),
  output: z.object({ text: z.string() }),
};

const nouns =
  "issue project milestone comment label person team cycle document view webhook release branch commit pipeline deployment incident alert runbook".split(
    " ",
  );

/** Forty tools of the size that real ones have: two that the bench calls, and 38 that it only has listed. */
export const echoTools: readonly EchoTool[] = [echo, echoRecord, ...nouns.flatMap((noun) => [find(noun), get(noun)])];

function find(noun: string): EchoTool {
  return {
    name: `echo_find_${noun}`,
    title: `Find ${noun}s`,
    description: `Finds ${noun}s by words, state, labels and time, newest first. Use echo_get_${noun} when you know the id of the one you want; this tool leaves long texts out.`,
    input: z.strictObject({
      words: z.string().max(500).optional().describe(`Words that stand in the ${noun}'s title or text`),
      state: z.enum(["open", "closed", "archived", "any"]).default("open").describe("Only those in this state"),
      labels: z.array(z.string().max(100)).max(20).optional().describe("Only those that have all of these labels"),
      updatedAfter: z.string().optional().describe("Only those changed after this time (ISO 8601)"),
      sort: z
        .strictObject({
          by: z.enum(["created", "updated", "priority"]).default("updated"),
          descending: z.boolean().default(true),
        })
        .optional(),
      limit: z.int().min(1).max(100).default(25).describe("How many to answer at most"),
    }),
  };
}

function get(noun: string): EchoTool {
  return {
    name: `echo_get_${noun}`,
    title: `Get a ${noun}`,
    description: `Answers one ${noun} whole, with its text and its newest comments. Use echo_find_${noun} to learn its id.`,
    input: z.strictObject({
      id: z.string().min(1).max(100).describe(`The ${noun}'s id, as echo_find_${noun} answers it`),
      comments: z.int().min(0).max(50).default(10).describe("How many comments to answer with it"),
      fields: z
        .array(z.enum(["title", "text", "state", "labels", "people", "history"]))
        .optional()
        .describe("Only these; all when left out"),
    }),
  };
}
