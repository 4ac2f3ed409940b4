import { ProtocolError } from "@modelcontextprotocol/server";
import { publicError } from "../errors/public-error.ts";
import { protocolError } from "./protocol-error.ts";

/**
 * A reply, or its failure in the protocol's words.
 *
 * @param about what the host asked for, told it again with an error
 */
export async function inProtocol<Answer>(reply: Promise<Answer>, about?: { readonly uri: string }): Promise<Answer> {
  try {
    return await reply;
  } catch (error) {
    throw error instanceof ProtocolError ? error : protocolError(publicError(error, "none"), about);
  }
}
