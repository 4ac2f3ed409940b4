import { ConnectorError, type Finding } from "@drawbridge/core";
import type { Figma } from "../client/figma.ts";
import { reportQuota } from "../quota/report-quota.ts";

/** Whose token it is, and what is known of its limits. */
export async function* tokenFindings(client: Figma, signal: AbortSignal): AsyncGenerator<Finding> {
  if (!client.transport.hasToken) return yield withoutToken(client.local.names.length > 0);
  yield await owner(client, signal);
  const { plan, seat, reached, tiers } = await reportQuota(client.transport);
  for (const { tier, until, plan: file } of reached)
    yield {
      level: "warning",
      title: `Figma takes no more requests of Tier ${tier} for a file until ${until}`,
      ...(file === "starter" ? { detail: "It lies in a Starter plan, where there are 6 a month" } : {}),
    };
  const [first] = tiers;
  yield {
    level: seat === "View or Collab" ? "warning" : "ok",
    title: `${first?.last_30_days ?? 0} documents and pictures were asked for in the last 30 days`,
    ...(plan === undefined ? {} : { detail: `Figma said last: plan ${plan}, seat ${seat}` }),
    ...(seat === "View or Collab"
      ? { remedy: "A Dev or Full seat has 10 to 20 of them a minute, instead of 6 a month" }
      : {}),
  };
}

async function owner(client: Figma, signal: AbortSignal): Promise<Finding> {
  try {
    const { handle, email } = (await client.api({ signal }).me()) as { handle: string; email?: string };
    return { level: "ok", title: `The token is ${handle}'s${email === undefined ? "" : ` (${email})`}` };
  } catch (error) {
    if (!ConnectorError.is(error) || error.code !== "refused") throw error;
    return {
      level: "note",
      title: "The token does not tell whose it is",
      detail: "It lacks the scope current_user:read, which nothing else needs",
    };
  }
}

function withoutToken(hasFiles: boolean): Finding {
  const remedy =
    "Make a token in Figma's settings under Security, with the scopes file_content:read and file_metadata:read at least, and start the server with FIGMA_TOKEN set to it";
  return hasFiles
    ? { level: "note", title: "No token is given: the files that were named are read, and nothing at Figma", remedy }
    : {
        level: "problem",
        title: "Neither a token is given nor a file: there is nothing to read",
        remedy: `${remedy}; or name a .fig file`,
      };
}
