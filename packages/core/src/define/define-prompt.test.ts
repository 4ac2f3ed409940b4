import { expect, it } from "vitest";
import * as z from "zod";
import { definePrompt } from "./define-prompt.ts";

it("refuses arguments that a prompt does not have", () => {
  const prompt = definePrompt({
    name: "review",
    title: "Review",
    description: "Reviews.",
    input: z.object({ note: z.string() }),
    write: async ({ note }) => note,
  });
  expect(prompt.input.safeParse({ note: "monday" }).success).toBe(true);
  expect(prompt.input.safeParse({ note: "monday", tone: "kind" }).success).toBe(false);
});
