import * as z from "zod";

/** The version of the registry's schema that is written, by its address. */
export const schemaUrl = "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json";

const input = z.strictObject({
  description: z.string().min(1),
  format: z.enum(["string", "number", "boolean", "filepath"]),
  isRequired: z.boolean(),
  isSecret: z.boolean(),
  default: z.string().optional(),
  placeholder: z.string().optional(),
  choices: z.array(z.string()).optional(),
});

const argument = input.extend({
  type: z.literal("positional"),
  valueHint: z.string().min(1),
  isRepeated: z.boolean(),
});

const stdio = z.strictObject({ type: z.literal("stdio") });

/** A range, a tag such as `latest`, or anything else that does not name one version is refused by the registry. */
const exactVersion = z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/);

const fromNpm = z.strictObject({
  registryType: z.literal("npm"),
  identifier: z.string().regex(/^@[\w-]+\/[\w-]+$/),
  version: exactVersion,
  runtimeHint: z.literal("npx"),
  transport: stdio,
  packageArguments: z.array(argument),
  environmentVariables: z.array(input.extend({ name: z.string().regex(/^[A-Z][A-Z0-9_]*$/) })),
});

const bundle = z.strictObject({
  registryType: z.literal("mcpb"),
  // The registry takes bundles from releases on a forge, and wants to see from the address what they are.
  identifier: z.url({ protocol: /^https$/ }).regex(/\/releases\/download\/.*\.mcpb$/),
  version: exactVersion,
  fileSha256: z.string().regex(/^[a-f0-9]{64}$/),
  transport: stdio,
});

/**
 * What we write of `server.json`, with the limits that the registry's schema and its checks at publication set (its
 * repository: docs/reference/server-json). Stricter than these where we always write a field. The registry's own schema is
 * asked when a release is made.
 */
export const serverJsonSchema = z.strictObject({
  $schema: z.literal(schemaUrl),
  name: z
    .string()
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version: exactVersion.max(255),
  websiteUrl: z.url({ protocol: /^https$/ }),
  repository: z.strictObject({
    url: z.url({ protocol: /^https$/ }),
    source: z.literal("github"),
    subfolder: z.string().regex(/^[\w-]+(\/[\w-]+)*$/),
  }),
  packages: z.array(z.union([fromNpm, bundle])).min(1),
});

export type ServerJson = z.output<typeof serverJsonSchema>;
export type RegistryPackage = ServerJson["packages"][number];
export type Input = z.output<typeof input>;
export type Argument = z.output<typeof argument>;
