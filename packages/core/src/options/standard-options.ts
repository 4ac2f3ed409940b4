import * as z from "zod";
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
  timeout: option(duration.prefault("55s"), {
    description: "Limit of one call",
    placeholder: "<duration>",
    defaultText: "55s",
  }),
  maxResultBytes: option(z.int().min(1024).max(1_048_576).default(65_536), {
    description: "Budget of one result, 1024 to 1048576",
    placeholder: "<n>",
  }),
  rate: option(rate.optional(), {
    description: "Calls a minute that each principal may make; more are refused",
    placeholder: "<n/min>",
    defaultText: "no limit",
  }),
  concurrency: option(z.int().min(1).max(1024).default(16), {
    description: "Calls that run at once; further ones wait",
    placeholder: "<n>",
  }),
  auditLog: option(z.string().min(1).optional(), {
    description: "Record every call in this file, as hash-chained JSON lines; drawbridge audit verify checks it",
    placeholder: "<file>",
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
