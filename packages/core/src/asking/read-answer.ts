import * as z from "zod";
import type { Question } from "../define/question.ts";

const filledIn = z.object({ action: z.enum(["accept", "decline", "cancel"]), content: z.unknown().optional() });
const textBlock = z.object({ type: z.literal("text"), text: z.string() });
const sampled = z.object({
  role: z.literal("assistant"),
  model: z.string(),
  content: z.union([textBlock, z.array(textBlock).min(1)]),
});
const listedRoots = z.object({ roots: z.array(z.object({ uri: z.string(), name: z.string().optional() })).max(1000) });

/** A host's answer to a question; undefined for what is none, so that it is asked again. */
export function readAnswer(raw: unknown, question: Question): { readonly value: unknown } | "declined" | undefined {
  switch (question.kind) {
    case "form": {
      const form = filledIn.safeParse(raw).data;
      if (form === undefined) return undefined;
      if (form.action !== "accept") return "declined";
      const fields = question.fields.safeParse(form.content ?? {});
      return fields.success ? { value: fields.data } : undefined;
    }
    case "sampling": {
      const answer = sampled.safeParse(raw).data;
      if (answer === undefined) return undefined;
      const { model, content } = answer;
      const text = (Array.isArray(content) ? content : [content]).map((block) => block.text).join("\n");
      return { value: { text, model } };
    }
    case "roots": {
      const answer = listedRoots.safeParse(raw).data;
      return answer === undefined ? undefined : { value: answer.roots };
    }
  }
}
