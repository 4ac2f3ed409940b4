import { definePrompt } from "@drawbridge/core";
import * as z from "zod";
import { samples } from "./samples.ts";

const simple = definePrompt({
  name: "test_simple_prompt",
  title: "Text",
  description: "One message.",
  input: z.object({}),
  write: async () => "This is a simple prompt for testing.",
});

const withArguments = definePrompt({
  name: "test_prompt_with_arguments",
  title: "Arguments",
  description: "One message with what it is given.",
  input: z.object({
    arg1: z.string().max(256).describe("First test argument"),
    arg2: z.string().max(256).describe("Second test argument"),
  }),
  write: async ({ arg1, arg2 }) => `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`,
});

const embedded = definePrompt({
  name: "test_prompt_with_embedded_resource",
  title: "Embedded resource",
  description: "What a resource holds, and a message about it.",
  input: z.object({ resourceUri: z.string().max(256).describe("URI of the resource to embed") }),
  write: async ({ resourceUri: uri }) => [
    { resource: { uri, mimeType: "text/plain", body: "Embedded resource content for testing." } },
    { text: "Please process the embedded resource above." },
  ],
});

const image = definePrompt({
  name: "test_prompt_with_image",
  title: "Image",
  description: "An image, and a message about it.",
  input: z.object({}),
  write: async () => [{ media: samples.png, mimeType: "image/png" }, { text: "Please analyze the image above." }],
});

const asking = definePrompt({
  name: "test_input_required_result_prompt",
  title: "Question first",
  description: "Asks the person what the message should be about.",
  input: z.object({}),
  async ask(_, { ask }) {
    const fields = z.object({ context: z.string() });
    return ask({ user_context: { kind: "form", message: "What context should the prompt use?", fields } });
  },
  write: async (_, __, { user_context }) => `Use this context: ${user_context.context}`,
});

/** Prompts of each kind of content, and one that asks first. */
export const prompts = [simple, withArguments, embedded, image, asking];
