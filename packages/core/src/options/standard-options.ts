import * as z from "zod";
import { hostName } from "../http/host-name.ts";
import { issuerUrl } from "../http/issuer-url.ts";
import { listenAddress } from "../http/listen-address.ts";
import { mcpUrl } from "../http/mcp-url.ts";
import { origin } from "../http/origin.ts";
import { rate } from "../limits/rate.ts";
import { duration } from "./duration.ts";
import { option } from "./option.ts";

const flag = () => z.boolean().default(false);

/** The options that every connector has. */
export const standardOptions = z.object({
  access: option(z.enum(["read", "write", "full"]).optional(), {
    description: "The highest effect that is allowed: read, then write, then destroy (full)",
    defaultText: "read",
  }),
  confirm: option(z.enum(["never", "destroy", "write"]).default("destroy"), {
    description: "From which effect on a person is asked before a call runs",
  }),
  tools: option(z.array(z.string().min(1)).optional(), {
    description: "Which tools exist, as globs between commas; one with ! before it takes away",
    placeholder: "<globs>",
    separator: ",",
    defaultText: "all",
  }),
  http: option(listenAddress.optional(), {
    description: "Serve Streamable HTTP at /mcp instead of stdio; without a host on this machine only",
    placeholder: "<[host:]port>",
  }),
  httpToken: option(z.string().optional(), {
    description: "With --http: the bearer token that callers must have",
    secret: true,
    emptyCounts: true,
  }),
  allowedHosts: option(z.array(hostName).optional(), {
    description: "With --http: names that requests may be addressed to, between commas",
    placeholder: "<names>",
    separator: ",",
  }),
  allowedOrigins: option(z.array(origin).optional(), {
    description: "With --http: web pages that may call, by their origins, between commas",
    placeholder: "<origins>",
    separator: ",",
    defaultText: "pages of this machine, where only it can be reached; else none",
  }),
  publicUrl: option(mcpUrl.optional(), {
    description: "With --http: the address of /mcp as clients see it, behind a proxy",
    placeholder: "<url>",
  }),
  oauthIssuer: option(issuerUrl.optional(), {
    description: "With --http: take access tokens (JWT) of this OAuth 2.1 or OpenID issuer",
    placeholder: "<url>",
  }),
  oauthAudience: option(z.string().min(1).optional(), {
    description: "With --oauth-issuer: the audience that tokens must be issued for",
    placeholder: "<text>",
    defaultText: "the address of /mcp",
  }),
  timeout: option(duration.prefault("55s"), {
    description: "Limit of one call",
    placeholder: "<duration>",
    defaultText: "55s",
  }),
  maxResultBytes: option(z.int().min(1024).max(1_200_000).default(65_536), {
    description: "Budget of one result, 1024 to 1200000",
    placeholder: "<n>",
  }),
  rate: option(rate.optional(), {
    description: "Calls a minute that each principal may make; more are refused",
    placeholder: "<n/min>",
    defaultText: "no limit on stdio, 600/min on HTTP",
  }),
  concurrency: option(z.int().min(1).max(1024).default(16), {
    description: "Calls of each principal that run at once; further ones wait",
    placeholder: "<n>",
  }),
  auditLog: option(z.string().min(1).optional(), {
    description: "Record every call in this file, as hash-chained JSON lines; drawbridge audit verify checks it",
    placeholder: "<file>",
    path: true,
  }),
  auditSync: option(z.boolean().default(false), {
    description: "Force each line of the audit log to the disk before the answer goes out",
  }),
  traceContent: option(z.boolean().default(false), {
    description: "Show arguments and results in OpenTelemetry spans, redacted and cut; without it they show neither",
  }),
  logLevel: option(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"), {
    description: "What is logged to stderr",
  }),
  logFormat: option(z.enum(["json", "pretty"]).default("json"), {
    description: "One JSON object a line, or for people",
  }),
  config: option(z.string().min(1).optional(), {
    description: "Read these options from a JSON or YAML file; flags and environment win over it",
    placeholder: "<file>",
    path: true,
    flagOnly: true,
  }),
  check: option(flag(), {
    description: "Open the system, report as JSON on stdout, exit 0 (well) or 1 (not)",
    flagOnly: true,
  }),
  doctor: option(flag(), {
    description: "Say what is well and what is not, with remedies, for a person; exit 0 (no problem) or 1",
    flagOnly: true,
  }),
  listTools: option(flag(), {
    description: "Print the tools that a host would see under the given access, as JSON",
    flagOnly: true,
  }),
  listDefinitions: option(flag(), {
    description: "Print all that hosts could be told before a call, whatever the access, as JSON",
    flagOnly: true,
  }),
  help: option(flag(), { description: "Print this", flagOnly: true }),
  version: option(flag(), { description: "Print the version", flagOnly: true }),
});
