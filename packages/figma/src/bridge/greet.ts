import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Connection } from "./connection.ts";
import { type Hello, protocols } from "./handshake.ts";
import type { PairingCode } from "./pairing-code.ts";
import type { Pairing, Pairings } from "./pairings.ts";
import { proofText } from "./proof-text.ts";

/** Milliseconds in which a program has to say what a person need not type. */
const promptness = 5_000;

interface Greeter {
  readonly code: PairingCode;
  readonly pairings: Pairings;
  /** Where the connector listens. */
  readonly port: number;
  /** The connector's own version. */
  readonly version: string;
}

/**
 * Finds out who is at the other end: a plugin that was paired before and proves it, or one whose person types the code. Undefined where it is
 * neither; the connection is then closed.
 */
export async function greet(connection: Connection, greeter: Greeter): Promise<Hello | undefined> {
  const hello = await connection.next(promptness);
  if (hello?.type !== "hello") {
    connection.refuse("silent", "Nothing was said by way of greeting.");
    return undefined;
  }
  const protocol = Math.min(protocols.highest, hello.protocols.highest);
  if (protocol < protocols.lowest || protocol < hello.protocols.lowest) {
    connection.refuse("protocol", protocolWords(hello, greeter.version));
    return undefined;
  }
  const known = hello.pairing === undefined ? undefined : await greeter.pairings.find(hello.pairing);
  const paired =
    known === undefined
      ? await pair(connection, greeter, protocol)
      : await prove(connection, hello, { ...known, port: greeter.port, protocol });
  if (!paired) return undefined;
  const { version } = greeter;
  connection.send({ type: "welcome", protocol, version, ...(paired === true ? {} : { pairing: paired }) });
  return hello;
}

interface Proving extends Pick<Pairing, "secret"> {
  readonly port: number;
  readonly protocol: number;
}

/** Each shows the other that it knows the secret, the connector first: another program at this port gets nothing of use. */
async function prove(connection: Connection, hello: Hello, { secret, port, protocol }: Proving): Promise<boolean> {
  const nonce = randomBytes(16).toString("hex");
  const proof = prover(secret, proofText("connector", port, hello.nonce, nonce));
  connection.send({ type: "challenge", protocol, nonce, proof });
  const answer = await connection.next(promptness);
  const wanted = prover(secret, proofText("plugin", port, nonce, hello.nonce));
  if (answer?.type === "proof" && timingSafeEqual(Buffer.from(answer.proof), Buffer.from(wanted))) return true;
  connection.refuse("bad_proof", "The pairing from before was not proven. Pair again with the code.");
  return false;
}

type NewPairing = { readonly id: string; readonly secret: string };

async function pair(
  connection: Connection,
  { code, pairings, version }: Greeter,
  protocol: number,
): Promise<NewPairing | undefined> {
  connection.send({ type: "pair_first", protocol, version });
  for (;;) {
    // A person takes the time they need; whether the page is still there the beats find out.
    const typed = await connection.next();
    if (typed === undefined) return undefined;
    if (typed.type !== "pair") {
      if (typed.type !== "bye") connection.refuse("malformed", "Only the code is of use here.");
      return undefined;
    }
    const verdict = code.try(typed.code);
    if (verdict.right) {
      const { id, secret } = await pairings.add();
      return { id, secret };
    }
    connection.send({
      type: "refused",
      reason: verdict.why,
      message: words[verdict.why],
      triesLeft: verdict.triesLeft,
    });
  }
}

const words = {
  wrong_code: "That is not the code. Look at it again in your AI application.",
  code_expired: "The code was too old. Ask your AI application for the new one.",
  too_many_tries: "Too many wrong codes: there is a new one. Ask your AI application for it in a while.",
} as const;

function prover(secret: string, text: string): string {
  return createHmac("sha256", Buffer.from(secret, "hex")).update(text).digest("hex");
}

function protocolWords({ protocols: theirs }: Hello, version: string): string {
  return theirs.highest < protocols.lowest
    ? `This plugin is older than the connector ${version}: import it anew from where \`drawbridge-figma --plugin\` says.`
    : `This plugin is newer than the connector ${version}: update @drawbridge/figma.`;
}
