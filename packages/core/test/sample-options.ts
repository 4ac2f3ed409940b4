import * as z from "zod";
import { option } from "../src/options/option.ts";

/** Options of every kind, made anew so that no two tests share a schema. */
export function sampleOptions() {
  return z.object({
    folders: option(z.array(z.string()).default([]), {
      description: "Folders to serve",
      placeholder: "<folder> …",
      positional: true,
    }),
    deny: option(z.array(z.string()).default([]), { description: "Never read", placeholder: "<glob>" }),
    labels: option(z.array(z.string()).optional(), { description: "Only these", separator: "," }),
    maxFileBytes: option(z.int().min(1).default(100), { description: "Largest file", placeholder: "<n>" }),
    followLinks: option(z.boolean().default(false), { description: "Follow links" }),
    mode: option(z.enum(["fast", "safe"]).default("safe"), { description: "How", environment: ["SAMPLE_MODE"] }),
    token: option(z.string().min(8).optional(), {
      description: "Opens the system",
      secret: true,
      environment: ["SAMPLE_TOKEN"],
    }),
  });
}
