import { type FileAddress, type FileKind, fileKinds } from "./file-address.ts";
import { nodeId } from "./node-id.ts";

const key = /^[0-9A-Za-z]{10,128}$/;
const hosts = /^(?:(?:www|embed)\.)?figma(?:-gov)?\.com$/;
const kinds: ReadonlySet<string> = new Set(fileKinds);

/** Why a text names no file, as the end of a sentence. */
export interface AddressProblem {
  readonly problem: string;
}

/**
 * Reads a file's key, or any of Figma's addresses: of designs, prototypes, boards, slides and the rest, of branches, embedded, or of
 * the desktop app.
 */
export function parseAddress(text: string): FileAddress | AddressProblem {
  const given = text.trim();
  if (key.test(given)) return { key: given };
  const url = urlOf(given);
  if (url === undefined) return { problem: "is neither a file's key nor an address of Figma's" };
  if (url.protocol !== "figma:" && !hosts.test(url.hostname.replace(/\.$/, "")))
    return { problem: "is not an address of figma.com" };
  const embedded = url.pathname === "/embed" ? url.searchParams.get("url") : null;
  if (embedded !== null && !embedded.includes("/embed?")) return parseAddress(embedded);
  return readParts(url);
}

function readParts(url: URL): FileAddress | AddressProblem {
  const place = readPath(url);
  if ("problem" in place) return place;
  const id = url.searchParams.get("node-id") || undefined;
  const node = id === undefined ? undefined : nodeId(id);
  if (id !== undefined && node === undefined)
    return { problem: `has a node-id that is none (${JSON.stringify(id.slice(0, 60))}): those are like 12-34` };
  const version = url.searchParams.get("version-id") || undefined;
  if (version !== undefined && !/^\d{1,30}$/.test(version)) return { problem: "has a version-id that is no number" };
  return { ...place, ...(node === undefined ? {} : { node }), ...(version === undefined ? {} : { version }) };
}

function readPath({ protocol, host, pathname }: URL): FileAddress | AddressProblem {
  // `figma://design/key`: what stands where others have a host is the kind.
  const path = protocol === "figma:" ? `/${host}${pathname}` : pathname;
  const [kind = "", main = "", branchWord, branch = ""] = path.split("/").slice(1);
  if (kind === "community")
    return {
      problem: "is a page of the Community, which the API cannot read: open a copy of it, and take the address of that",
    };
  if (!kinds.has(kind))
    return { problem: "is no address of a file: those have /design/, /board/ or the like and a key" };
  if (!key.test(main)) return { problem: `has no file's key behind /${kind}/` };
  if (branchWord !== "branch") return { key: main, kind: kind as FileKind };
  if (!key.test(branch)) return { problem: "has no branch's key behind /branch/" };
  return { key: branch, mainKey: main, kind: kind as FileKind };
}

/** People copy addresses without their beginning too. */
function urlOf(text: string): URL | undefined {
  const whole = /^(?:https?|figma):\/\//i.test(text)
    ? text
    : /^(?:[a-z]+\.)?figma(?:-gov)?\.com\//i.test(text)
      ? `https://${text}`
      : undefined;
  return whole !== undefined && URL.canParse(whole) ? new URL(whole) : undefined;
}
