import { defineResource } from "@drawbridge/core";
import { samples } from "./samples.ts";

const text = defineResource({
  name: "static-text",
  title: "Text",
  description: "A text at an address of its own.",
  uriTemplate: "test://static-text",
  mimeType: "text/plain",
  read: async () => ({ body: "This is the content of the static text resource." }),
});

const binary = defineResource({
  name: "static-binary",
  title: "Bytes",
  description: "An image at an address of its own.",
  uriTemplate: "test://static-binary",
  mimeType: "image/png",
  read: async () => ({ body: samples.png }),
});

const watched = defineResource({
  name: "watched-resource",
  title: "Watched text",
  description: "A text that can be subscribed to, and never changes.",
  uriTemplate: "test://watched-resource",
  mimeType: "text/plain",
  read: async () => ({ body: "Watched resource content" }),
  watch: async () => ({ close() {} }),
});

const template = defineResource({
  name: "template-data",
  title: "Data by id",
  description: "A family of addresses.",
  uriTemplate: "test://template/{id}/data",
  mimeType: "application/json",
  async read(uri) {
    const id = uri.split("/").at(-2);
    return { body: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }) };
  },
  complete: async (_, typed) => ["123", "456"].filter((id) => id.startsWith(typed)),
});

/** Addresses that stand alone, one of them watched, and a family of addresses. */
export const resources = [text, binary, watched, template];
