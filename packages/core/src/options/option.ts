import type * as z from "zod";
import type { OptionMetadata } from "./option-metadata.ts";
import { optionRegistry } from "./option-registry.ts";

/**
 * Says how a field of a connector's `options` is given. From the field's key come its flag (`maxFileBytes` →
 * `--max-file-bytes`), its environment variable (`DRAWBRIDGE_MAX_FILE_BYTES`) and its key in `--config` files
 * (`max-file-bytes`). Throws for a schema that another option has: only one of them would be described.
 */
export function option<Schema extends z.ZodType>(schema: Schema, metadata: OptionMetadata): Schema {
  if (optionRegistry.has(schema))
    throw new Error(`Two options share one schema; the second is: ${metadata.description}`);
  optionRegistry.add(schema, metadata);
  return schema;
}
