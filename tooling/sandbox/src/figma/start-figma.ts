import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { addFile } from "./add-file.ts";
import { FigmaServer, type SeenRequest } from "./figma-server.ts";
import { FigmaState } from "./figma-state.ts";
import type { Storm } from "./limits.ts";
import { fillFigma } from "./sample/fill-figma.ts";
import type { StandDocument, StandFile } from "./stand-file.ts";
import type { StandToken } from "./stand-token.ts";

/** A Figma to test against, on loopback and in this process. */
export interface StartedFigma extends AsyncDisposable {
  /** Of its REST API: what `--api-url` takes. */
  readonly url: string;
  /** What was asked, the newest last; a test may empty it (`requests.length = 0`). */
  readonly requests: SeenRequest[];
  /** What a client asked, or the stand answered, otherwise than Figma describes it. A good test leaves none. */
  readonly violations: string[];
  /** Ada's, who may do everything and has a Full seat. */
  readonly token: string;
  /** Makes another token. */
  issue(token: Omit<StandToken, "token">): string;
  revoke(token: string): void;
  /** A file that is there, by its key. */
  file(key: string): StandFile;
  /** Puts a file there, and gives its key. */
  add(file: Partial<StandFile> & { readonly key: string }, content: StandDocument): StandFile;
  /** Saves a new version of a file. */
  commit(key: string, content: StandDocument, label?: string): string;
  /** Has matching requests fail. */
  disturb(storm: Storm): void;
}

/** What a Figma is started with. */
export interface FigmaSettings {
  /** Whether its limits are a thousand times Figma's, for tests that ask much and are about something else. */
  readonly isPlenty?: boolean;
  /** Whether everything is held against Figma's description; not worth its time where documents are large. */
  readonly isChecked?: boolean;
}

/**
 * Starts a Figma that is stateful: files with versions, comments, variables, dev resources, webhooks, pictures, and limits by tier, seat
 * and plan. Live Figma is not reached. Every request and answer is held against Figma's own description (`@figma/rest-api-spec`); what
 * is otherwise is a sentence in `violations`.
 *
 * What is in it: {@link fillFigma}.
 */
export async function startFigma({ isPlenty = false, isChecked = true }: FigmaSettings = {}): Promise<StartedFigma> {
  const state = new FigmaState();
  const served = new FigmaServer(state, { isPlenty, isChecked });
  served.server.listen(0, "127.0.0.1");
  await once(served.server, "listening");
  served.url = `http://127.0.0.1:${(served.server.address() as AddressInfo).port}`;
  const issue = (token: Omit<StandToken, "token">) => {
    const text = `${token.isOAuth ? "figu" : "figd"}_${randomBytes(20).toString("hex")}`;
    state.tokens.set(text, { ...token, token: text });
    return text;
  };
  fillFigma(state);
  const file = (key: string) => {
    const found = state.files.get(key);
    if (found === undefined) throw new Error(`the stand has no file ${key}`);
    return found;
  };
  return {
    url: served.url,
    requests: served.requests,
    violations: served.checked.violations,
    token: issue({ login: "ada", seat: "full" }),
    issue,
    revoke: (token) => void state.tokens.delete(token),
    file,
    add: (given, content) => addFile(state, given, content),
    commit: (key, content, label) => state.commit(file(key), content, "ada", label ?? null).id,
    disturb: (storm) => void served.limits.storms.push({ ...storm }),
    async [Symbol.asyncDispose]() {
      served.server.closeAllConnections();
      served.server.close();
    },
  };
}
