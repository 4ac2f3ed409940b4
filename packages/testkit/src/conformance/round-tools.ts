import { defineTool } from "@drawbridge/core";
import * as z from "zod";

const nameForm = { kind: "form", message: "What is your name?", fields: z.object({ name: z.string() }) } as const;
const confirmForm = { kind: "form", message: "Please confirm", fields: z.object({ ok: z.boolean() }) } as const;
const capital = { kind: "sampling", prompt: "What is the capital of France?", maxTokens: 100 } as const;
const roots = { kind: "roots" } as const;

const elicitation = defineTool({
  name: "test_input_required_result_elicitation",
  title: "Round of elicitation",
  description: "Asks the person for a name.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) => ask({ user_name: nameForm }),
  run: async (_, __, { user_name }) => ({ parts: [{ text: `Hello, ${user_name.name}!` }] }),
});

const sampling = defineTool({
  name: "test_input_required_result_sampling",
  title: "Round of sampling",
  description: "Asks the host's model for a capital.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) => ask({ capital_question: capital }),
  run: async (_, __, { capital_question }) => ({ parts: [{ text: capital_question.text }] }),
});

const listRoots = defineTool({
  name: "test_input_required_result_list_roots",
  title: "Round of roots",
  description: "Asks the host for its folders.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) => ask({ client_roots: roots }),
  run: async (_, __, asked) => ({ parts: [{ text: asked.client_roots.map(({ uri }) => uri).join("\n") }] }),
});

const requestState = defineTool({
  name: "test_input_required_result_request_state",
  title: "Round with a state",
  description: "Asks the person to confirm, and answers that the state came back whole.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) => ask({ confirm: confirmForm }),
  run: async (_, __, { confirm }) => ({ parts: [{ text: `state-ok: ${confirm.ok}` }] }),
});

const multiple = defineTool({
  name: "test_input_required_result_multiple_inputs",
  title: "Round of several questions",
  description: "Asks person, model and host at once.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) =>
    ask({
      user_name: nameForm,
      greeting: { kind: "sampling", prompt: "Generate a greeting", maxTokens: 50 },
      client_roots: roots,
    }),
  run: async (_, __, { user_name, greeting, client_roots }) => ({
    parts: [{ text: `${greeting.text} ${user_name.name}, in ${client_roots.length} folders` }],
  }),
});

const rounds = defineTool({
  name: "test_input_required_result_multi_round",
  title: "Several rounds",
  description: "Asks the person twice, one question after the other.",
  effect: "read",
  input: z.object({}),
  async ask(_, { ask }) {
    const { step1 } = await ask({ step1: { ...nameForm, message: "Step 1: What is your name?" } });
    const fields = z.object({ color: z.string() });
    const { step2 } = await ask({ step2: { kind: "form", message: "Step 2: What is your favorite color?", fields } });
    return { ...step1, ...step2 };
  },
  run: async (_, __, { name, color }) => ({ parts: [{ text: `${name} likes ${color}` }] }),
});

const tamperedState = defineTool({
  name: "test_input_required_result_tampered_state",
  title: "Round with a state that is tampered with",
  description: "Asks the person to confirm; core refuses a state that is not its own.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) => ask({ confirm: confirmForm }),
  run: async (_, __, { confirm }) => ({ parts: [{ text: `confirmed: ${confirm.ok}` }] }),
});

const capabilities = defineTool({
  name: "test_input_required_result_capabilities",
  title: "Round of what the host can be asked",
  description: "Asks person and model, each where the host has one.",
  effect: "read",
  input: z.object({}),
  ask: async (_, { ask }) =>
    ask({ user_name: { ...nameForm, optional: true }, capital: { ...capital, optional: true } }),
  run: async (_, __, asked) => ({ parts: [{ text: JSON.stringify(asked) }] }),
});

/** Tools that are called again with what the host has answered. */
export const roundTools = [
  elicitation,
  sampling,
  listRoots,
  requestState,
  multiple,
  rounds,
  tamperedState,
  capabilities,
];
