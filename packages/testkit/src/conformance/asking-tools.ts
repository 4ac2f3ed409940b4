import { defineTool } from "@drawbridge/core";
import * as z from "zod";

function choice(titles: Readonly<Record<string, string>>) {
  const options = Object.entries(titles).map(([value, title]) => z.literal(value).meta({ title }));
  return z.union(options);
}

const sampling = defineTool({
  name: "test_sampling",
  title: "Sampling",
  description: "Asks the host's model.",
  effect: "read",
  input: z.object({ prompt: z.string().max(4096) }),
  ask: async ({ prompt }, { ask }) => ask({ answer: { kind: "sampling", prompt, maxTokens: 100 } }),
  run: async (_, __, { answer }) => ({ parts: [{ text: `LLM response: ${answer.text}` }] }),
});

const elicitation = defineTool({
  name: "test_elicitation",
  title: "Elicitation",
  description: "Asks the person for a name and an address.",
  effect: "read",
  input: z.object({ message: z.string().max(4096) }),
  async ask({ message }, { ask }) {
    const fields = z.object({
      username: z.string().describe("User's response"),
      email: z.string().describe("User's email address"),
    });
    return ask({ person: { kind: "form", message, fields } });
  },
  run: async (_, __, { person }) => ({ parts: [{ text: `User response: ${JSON.stringify(person)}` }] }),
});

const defaults = defineTool({
  name: "test_elicitation_sep1034_defaults",
  title: "Elicitation with defaults",
  description: "Asks the person by a form that is filled in beforehand.",
  effect: "read",
  input: z.object({}),
  async ask(_, { ask }) {
    const fields = z.object({
      name: z.string().default("John Doe"),
      age: z.int().default(30),
      score: z.number().default(95.5),
      status: z.enum(["active", "inactive", "pending"]).default("active"),
      verified: z.boolean().default(true),
    });
    return ask({ person: { kind: "form", message: "Please check what is filled in.", fields } });
  },
  run: async (_, __, { person }) => ({ parts: [{ text: `Elicitation completed: ${JSON.stringify(person)}` }] }),
});

const choices = defineTool({
  name: "test_elicitation_sep1330_enums",
  title: "Elicitation with choices",
  description: "Asks the person to choose, in each way in which a form can offer a choice.",
  effect: "read",
  input: z.object({}),
  async ask(_, { ask }) {
    const fields = z.object({
      untitledSingle: z.enum(["option1", "option2", "option3"]),
      titledSingle: choice({ value1: "First Option", value2: "Second Option", value3: "Third Option" }),
      legacyEnum: z.enum(["opt1", "opt2", "opt3"]).meta({ enumNames: ["Option One", "Option Two", "Option Three"] }),
      untitledMulti: z.array(z.enum(["option1", "option2", "option3"])),
      titledMulti: z.array(choice({ value1: "First Choice", value2: "Second Choice", value3: "Third Choice" })),
    });
    return ask({ person: { kind: "form", message: "Please choose.", fields } });
  },
  run: async (_, __, { person }) => ({ parts: [{ text: `Elicitation completed: ${JSON.stringify(person)}` }] }),
});

const missing = defineTool({
  name: "test_missing_capability",
  title: "Missing capability",
  description: "Asks the host's model, which a host need not offer.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) => ask({ answer: { kind: "sampling", prompt: "Say something.", maxTokens: 100 } }),
  run: async (_, __, { answer }) => ({ parts: [{ text: answer.text }] }),
});

const streaming = defineTool({
  name: "test_streaming_elicitation",
  title: "Elicitation in a stream",
  description: "Asks the person, and nothing else on the way.",
  effect: "read",
  input: z.object({}),
  async ask(_, { ask }) {
    return ask({ person: { kind: "form", message: "What is it?", fields: z.object({ answer: z.string() }) } });
  },
  run: async (_, __, { person }) => ({ parts: [{ text: person.answer }] }),
});

/** Tools that ask the host, or its person, once. */
export const askingTools = [sampling, elicitation, defaults, choices, missing, streaming];
