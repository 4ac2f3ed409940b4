import type { FontName } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import { type FileOptions, SimulatedFile } from "../file/simulated-file.ts";
import { type RestNode, readRestPage } from "../importing/read-rest.ts";
import { makeHandle } from "../nodes/make-prototype.ts";
import { prototypeOf } from "../nodes/node-prototypes.ts";
import { Session, type User } from "../nodes/session.ts";
import { figmaApi } from "./figma-api.ts";
import { usualFonts } from "./fonts.ts";
import { PluginEvents } from "./plugin-events.ts";

export interface OpenOptions {
  readonly name?: string;
  readonly key?: string;
  readonly editor?: FileOptions["editor"];
  readonly fonts?: readonly FontName[];
  readonly rasterize?: FileOptions["rasterize"];
  /** The document of a REST answer (`document` of `GET /v1/files/:key`); an empty page where it is left out. */
  readonly document?: RestNode;
}

/** One value stands for mixed in every session, as it does in Figma for one run of a plugin. */
const mixed = Symbol("figma.mixed");

/** A file as if it were open in Figma's editor: empty, or with a document that REST gave. */
export function openFile(options: OpenOptions = {}): SimulatedFile {
  const file = new SimulatedFile({
    name: options.name ?? "Untitled",
    key: options.key ?? "simulated",
    editor: options.editor ?? "figma",
    fonts: options.fonts ?? usualFonts,
    rasterize: options.rasterize,
  });
  file.root.values.name = file.options.name;
  const pages = options.document?.children ?? [{ id: "0:1", name: "Page 1", type: "CANVAS", children: [] }];
  for (const page of pages) readRestPage(file, page);
  // What was there when it was opened is nobody's to undo, and stands where its designer saw it.
  file.history.take();
  file.pending.clear();
  return file;
}

/** What a session of the file holds: the API, and the events that it can listen to. */
export function openSession(file: SimulatedFile, user: User) {
  const session = new Session(file, user, mixed, (entity: Entity, owner) =>
    makeHandle(entity, owner, prototypeOf(entity)),
  );
  const events = new PluginEvents(session);
  session.events = events;
  return { session, events, api: figmaApi(session, events) };
}
