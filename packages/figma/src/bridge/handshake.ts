import * as z from "zod";
import { keySchema, nodeIdSchema } from "./requests.ts";

/** The versions of these messages that this code speaks. Ends agree on the highest that both know. */
export const protocols = { lowest: 1, highest: 1 } as const;

const nonceSchema = z.string().length(32);
const proofSchema = z.string().length(64);

/** Which file a plugin stands in. */
export const openFileSchema = z.strictObject({
  /** Figma's key of the file, or, where the plugin is not told it, a name that the plugin keeps in the file. */
  key: z.string().min(1).max(128),
  name: z.string().max(1_000),
});

/** The plugin's first message. */
export const helloSchema = z.strictObject({
  type: z.literal("hello"),
  protocols: z.strictObject({ lowest: z.int().min(1), highest: z.int().min(1) }),
  /** The plugin's own, as its package has it. */
  version: z.string().max(64),
  /** Of this run of the plugin: another one has forgotten what requests it was given. */
  instance: keySchema,
  file: openFileSchema,
  page: z.strictObject({ id: nodeIdSchema, name: z.string().max(1_000) }),
  editor: z.enum(["figma", "figjam", "slides", "dev", "buzz"]),
  /** The kinds of operations that this plugin knows. */
  operations: z.array(z.string().max(64)).max(500),
  /** A pairing from before, which both ends prove to know without saying it. */
  pairing: z.string().max(64).optional(),
  nonce: nonceSchema,
  /** The person wants this window to take the place of another one with the same file. */
  takeOver: z.boolean().optional(),
});
export type Hello = z.output<typeof helloSchema>;

export const pluginHandshakeSchema = z.discriminatedUnion("type", [
  helloSchema,
  /** The code that the person read in the AI application and typed. */
  z.strictObject({ type: z.literal("pair"), code: z.string().max(32) }),
  /** In answer to a challenge: HMAC-SHA-256 under the pairing's secret of `plugin`, the port, the connector's nonce and the plugin's. */
  z.strictObject({ type: z.literal("proof"), proof: proofSchema }),
  /** The plugin is being closed: nothing that was asked of it will be answered. */
  z.strictObject({ type: z.literal("bye") }),
]);

export const refusalReasonSchema = z.enum([
  "protocol",
  "wrong_code",
  "code_expired",
  "too_many_tries",
  "unknown_pairing",
  "bad_proof",
  /** Another window with the same file is connected. */
  "file_taken",
  /** Another window with the same file took this one's place. */
  "replaced",
  "too_many_files",
  "too_fast",
  "malformed",
  "silent",
  "stopping",
]);
export type RefusalReason = z.output<typeof refusalReasonSchema>;

export const connectorHandshakeSchema = z.discriminatedUnion("type", [
  /** The plugin is not known here: it needs the code. */
  z.strictObject({ type: z.literal("pair_first"), protocol: z.int(), version: z.string().max(64) }),
  /** The pairing is known: HMAC of `connector`, the port, the plugin's nonce and the connector's, so that no other program gets the plugin's proof. */
  z.strictObject({ type: z.literal("challenge"), protocol: z.int(), nonce: nonceSchema, proof: proofSchema }),
  /** Paired: requests follow. `pairing` is what to keep, where it is new. */
  z.strictObject({
    type: z.literal("welcome"),
    protocol: z.int(),
    version: z.string().max(64),
    pairing: z.strictObject({ id: z.string().max(64), secret: z.string().length(64) }).optional(),
    /** How the AI application calls itself. */
    host: z.string().max(200).optional(),
  }),
  /** Said before the connection is closed, or, of a wrong code, before another try. */
  z.strictObject({
    type: z.literal("refused"),
    reason: refusalReasonSchema,
    message: z.string().max(1_000),
    triesLeft: z.int().min(0).optional(),
  }),
]);
