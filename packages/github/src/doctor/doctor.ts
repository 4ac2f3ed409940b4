import { ConnectorError, type Finding, type OpenContext, UsageError } from "@drawbridge/core";
import type * as z from "zod";
import { Github } from "../api/github.ts";
import { verifyCredentials } from "../credentials/verify-credentials.ts";
import type { options } from "../options.ts";
import { credentialFindings } from "./credential-findings.ts";
import { repositoryFindings } from "./repository-findings.ts";

/** What `--doctor` tells of GitHub: whose credential it is, what it may do and what it lacks, and whether what `--repos` names is there. */
export async function* doctor(
  given: z.output<typeof options>,
  { access = "read", signal, log }: OpenContext,
): AsyncGenerator<Finding> {
  let client: Github | undefined;
  try {
    await verifyCredentials(given);
    client = await Github.open(given, { log });
    await client.source.assertReady?.();
    yield* credentialFindings(client, access, signal);
    yield* repositoryFindings(client, given.repos, access, signal);
  } catch (error) {
    if (!(error instanceof UsageError || ConnectorError.is(error))) throw error;
    yield { level: "problem", title: error.message.replace(/\.$/, "") };
  } finally {
    client?.close();
  }
}
