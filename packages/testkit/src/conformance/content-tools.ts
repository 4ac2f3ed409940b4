import { defineTool } from "@drawbridge/core";
import * as z from "zod";
import { samples } from "./samples.ts";

const text = defineTool({
  name: "test_simple_text",
  title: "Text",
  description: "Answers a text.",
  effect: "read",
  input: z.object({}),
  run: async () => ({ parts: [{ text: "This is a simple text response for testing." }] }),
});

const image = defineTool({
  name: "test_image_content",
  title: "Image",
  description: "Answers an image.",
  effect: "read",
  input: z.object({}),
  run: async () => ({ parts: [{ media: samples.png, mimeType: "image/png" }] }),
});

const audio = defineTool({
  name: "test_audio_content",
  title: "Sound",
  description: "Answers a sound.",
  effect: "read",
  input: z.object({}),
  run: async () => ({ parts: [{ media: samples.wav, mimeType: "audio/wav" }] }),
});

const embedded = defineTool({
  name: "test_embedded_resource",
  title: "Embedded resource",
  description: "Answers what a resource holds.",
  effect: "read",
  input: z.object({}),
  async run() {
    const body = "This is an embedded resource content.";
    return { parts: [{ resource: { uri: "test://embedded-resource", mimeType: "text/plain", body } }] };
  },
});

const mixed = defineTool({
  name: "test_multiple_content_types",
  title: "Mixed content",
  description: "Answers a text, an image and what a resource holds.",
  effect: "read",
  input: z.object({}),
  async run() {
    const body = JSON.stringify({ test: "data", value: 123 });
    return {
      parts: [
        { text: "Multiple content types test:" },
        { media: samples.png, mimeType: "image/png" },
        { resource: { uri: "test://mixed-content-resource", mimeType: "application/json", body } },
      ],
    };
  },
});

/** Tools that answer each kind of content. */
export const contentTools = [text, image, audio, embedded, mixed];
