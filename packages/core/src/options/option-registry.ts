import * as z from "zod";
import type { OptionMetadata } from "./option-metadata.ts";

/** Where `option` leaves what it is told, for the reader and the help text to find. */
export const optionRegistry = z.registry<OptionMetadata>();
