import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";

const allowance = z.object({ remaining: z.number(), limit: z.number(), resets_at: z.string() });

/** Whose credential the server has, and what it is good for. */
export const whoami = defineTool({
  name: "github_whoami",
  title: "Who am I",
  description:
    "Whose token is used, what it may do, which repositories it is held to here, and how many requests are left this hour. " +
    "Ask it first where a call was refused for want of a permission.",
  effect: "read",
  idempotent: true,
  input: z.object({}),
  output: z.object({
    kind: z.enum(["user", "app", "anonymous"]).describe("app: a GitHub App, or a workflow"),
    login: z.string().optional(),
    name: z.string().optional(),
    scopes: z.array(z.string()).optional().describe("Of a classic token; a fine-grained one does not say"),
    expires_at: z.string().optional(),
    installations: z.array(z.string()).optional(),
    host: z.string(),
    repositories: z.array(z.string()).optional().describe("The only ones that may be touched; absent where all may be"),
    left: z
      .record(z.string(), allowance)
      .describe("Requests by resource; reading again what has not changed costs none"),
  }),
  async run(_, context: ToolContext<Github>) {
    const { describeCredential } = await import("../credentials/describe-credential.ts");
    return describeCredential(context.client, context.client.call(context));
  },
});
