import type { Node } from "@figma/rest-api-spec";
import { ok, refused } from "../exchange.ts";
import { pictureOf } from "../pictures/picture-of.ts";
import type { StandFile, StandVersion } from "../stand-file.ts";
import type { Route, RoutedAsk } from "./route.ts";

/** What a file is, and what is in it. */
export const fileRoutes: readonly Route[] = [
  {
    ...{ method: "GET", path: /^\/v1\/files\/([^/]+)$/, tier: 1, scope: "file_content:read", isOfFile: true },
    answer(ask) {
      if (!isReadable(ask.file)) return refused(400, "File type not supported by this endpoint");
      const version = versionOf(ask);
      if (version === undefined) return refused(404, "Version not found");
      const depth = Number(ask.query.get("depth") ?? Number.POSITIVE_INFINITY);
      const { content } = version;
      return ok({ ...headOf(ask, version), ...content, document: cut(content.document, depth), schemaVersion: 0 });
    },
  },
  {
    ...{ method: "GET", path: /^\/v1\/files\/([^/]+)\/nodes$/, tier: 1, scope: "file_content:read", isOfFile: true },
    answer(ask) {
      if (!isReadable(ask.file)) return refused(400, "File type not supported by this endpoint");
      const version = versionOf(ask);
      if (version === undefined) return refused(404, "Version not found");
      const { document, components, componentSets, styles } = version.content;
      const depth = Number(ask.query.get("depth") ?? Number.POSITIVE_INFINITY);
      const nodes = idsIn(ask).map((id) => {
        const node = find(document, id);
        return [
          id,
          node === undefined
            ? null
            : { document: cut(node, depth), components, componentSets, schemaVersion: 0, styles },
        ];
      });
      return ok({ ...headOf(ask, version), nodes: Object.fromEntries(nodes) });
    },
  },
  {
    ...{ method: "GET", path: /^\/v1\/images\/([^/]+)$/, tier: 1, scope: "file_content:read", isOfFile: true },
    answer(ask) {
      const version = versionOf(ask);
      if (version === undefined) return refused(404, "Version not found");
      const format = ask.query.get("format") ?? "png";
      const scale = Number(ask.query.get("scale") ?? 1);
      const images = idsIn(ask).map((id) => {
        const node = find(version.content.document, id);
        if (node === undefined || node.type === "DOCUMENT") return [id, null];
        const { type, bytes } = pictureOf(node, format, scale);
        return [id, `${ask.url}/stored/${ask.state.store(type, bytes)}`];
      });
      return ok({ err: null, images: Object.fromEntries(images) });
    },
  },
  {
    ...{ method: "GET", path: /^\/v1\/files\/([^/]+)\/images$/, tier: 2, scope: "file_content:read", isOfFile: true },
    answer({ file, state, url }) {
      const images = [...file.images].map(([ref, bytes]) => {
        const type = bytes[0] === 0xff ? "image/jpeg" : "image/png";
        return [ref, `${url}/stored/${state.store(type, bytes)}`];
      });
      return ok({ error: false, status: 200, meta: { images: Object.fromEntries(images) } });
    },
  },
  {
    ...{ method: "GET", path: /^\/v1\/files\/([^/]+)\/meta$/, tier: 2, scope: "file_metadata:read", isOfFile: true },
    answer({ file, state, token }) {
      const [newest, oldest] = [file.versions[0], file.versions.at(-1)];
      return ok({
        file: {
          name: file.name,
          folder_name: state.projects.get(file.project)?.name ?? "Drafts",
          last_touched_at: newest?.created.toISOString(),
          creator: oldest?.by,
          last_touched_by: newest?.by,
          thumbnail_url: `https://s3-alpha.figma.com/thumbnails/${file.key}`,
          editorType: file.editorType,
          role: token.seat === "view" ? "viewer" : "editor",
          link_access: "view",
          url: `https://www.figma.com/design/${file.key}`,
          version: newest?.id,
        },
      });
    },
  },
  {
    ...{
      method: "GET",
      path: /^\/v1\/files\/([^/]+)\/versions$/,
      tier: 2,
      scope: "file_versions:read",
      isOfFile: true,
    },
    answer({ file, query, url }) {
      const size = Number(query.get("page_size") ?? 30);
      const before = query.get("before");
      const from = before === null ? 0 : file.versions.findIndex(({ id }) => id === before) + 1;
      const versions = file.versions.slice(from, from + size);
      const last = versions.at(-1)?.id;
      const isMore = from + size < file.versions.length;
      return ok({
        versions: versions.map(({ id, created, by, label, description }) => ({
          ...{ id, created_at: created.toISOString(), label, description, user: by },
        })),
        pagination: isMore
          ? { next_page: `${url}/v1/files/${file.key}/versions?page_size=${size}&before=${last}` }
          : {},
      });
    },
  },
  {
    ...{
      method: "GET",
      path: /^\/v1\/files\/([^/]+)\/variables\/local$/,
      tier: 2,
      scope: "file_variables:read",
      isOfFile: true,
    },
    answer({ file }) {
      if (file.plan !== "enterprise") return refused(403, "Limited by Figma plan", true);
      return ok({ status: 200, error: false, meta: file.variables });
    },
  },
];

function isReadable({ editorType }: StandFile): boolean {
  return editorType === "figma" || editorType === "figjam";
}

function versionOf({ file, query }: RoutedAsk): StandVersion | undefined {
  const id = query.get("version");
  return id === null ? file.versions[0] : file.versions.find((version) => version.id === id);
}

function headOf({ file, token }: RoutedAsk, { id, created }: StandVersion) {
  return {
    name: file.name,
    role: token.seat === "view" ? "viewer" : "owner",
    lastModified: created.toISOString(),
    editorType: file.editorType,
    thumbnailUrl: `https://s3-alpha.figma.com/thumbnails/${file.key}`,
    version: id,
    linkAccess: "view",
    ...(file.branchOf === undefined ? {} : { mainFileKey: file.branchOf }),
  };
}

function idsIn({ query }: RoutedAsk): string[] {
  return (query.get("ids") ?? "").split(",").map((id) => id.replaceAll(/(?<=\d)-(?=\d)/g, ":"));
}

function find(root: Node, id: string): Node | undefined {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.id === id) return node;
    if ("children" in node) open.push(...node.children);
  }
  return undefined;
}

function cut<Kind extends Node>(node: Kind, depth: number): Kind {
  if (!("children" in node) || depth === Number.POSITIVE_INFINITY) return node;
  return { ...node, children: depth === 0 ? [] : (node.children as Node[]).map((child) => cut(child, depth - 1)) };
}
