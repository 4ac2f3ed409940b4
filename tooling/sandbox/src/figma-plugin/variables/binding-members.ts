import type { SceneNodeMixin } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { cornerKeys } from "../nodes/corner-members.ts";
import { frozen } from "../nodes/frozen.ts";
import { entityOf } from "../nodes/make-prototype.ts";
import { type Members, told } from "../nodes/members.ts";
import type { Session } from "../nodes/session.ts";
import { effectsOf, paintsOf } from "../styles/worn.ts";
import { assertRunFonts } from "../text/assert-fonts.ts";
import { runsOf } from "../text/text-runs.ts";
import { assertBindable } from "./assert-bindable.ts";
import { modesOf } from "./resolve-variable.ts";

type Modes = Pick<
  SceneNodeMixin,
  "explicitVariableModes" | "setExplicitVariableModeForCollection" | "clearExplicitVariableModeForCollection"
>;

type Bound = NonNullable<SceneNodeMixin["boundVariables"]>;

export const bindings: Members<NodeRecord, Pick<SceneNodeMixin, "boundVariables" | "setBoundVariable">> = {
  boundVariables: told((node) => {
    const fields = (node.get("boundVariables") as Record<string, unknown> | undefined) ?? {};
    return frozen({ ...fields, ...paintBindings(node) }) as Bound;
  }),
  setBoundVariable(node, session, field: string, variable: unknown) {
    const id = typeof variable === "string" ? variable : variable ? entityOf<Entity>(variable).id : null;
    if (id !== null) assertBindable(session.file, id, field, node);
    if (node.type === "TEXT" && ["characters", "fontSize", "lineHeight", "letterSpacing"].includes(field)) {
      assertRunFonts(session, runsOf(node));
    }
    const next: Record<string, unknown> = { ...(node.get("boundVariables") as object | undefined) };
    for (const each of field === "cornerRadius" ? cornerKeys : [field]) {
      // Unbound, a field keeps the value that the variable had.
      if (id === null && next[each] !== undefined) keepValue(node, session, each);
      if (id === null) delete next[each];
      else next[each] = { type: "VARIABLE_ALIAS", id };
    }
    session.file.write(node, "boundVariables", frozen(next));
  },
};

function keepValue(node: NodeRecord, session: Session, field: string): void {
  const value = node.effective(field);
  if (value !== undefined) session.file.write(node, field, value);
}

function paintBindings(node: NodeRecord): Record<string, unknown> {
  const aliases = (values: readonly unknown[], field: string) =>
    values
      .map((value) => (value as { boundVariables?: Record<string, unknown> }).boundVariables?.[field])
      .filter((alias) => alias !== undefined);
  const found = {
    fills: node.type === "TEXT" ? [] : aliases(paintsOf(node.file, node, "fills"), "color"),
    strokes: aliases(paintsOf(node.file, node, "strokes"), "color"),
    effects: aliases(effectsOf(node.file, node), "color"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
}

export const explicitModes: Members<NodeRecord, Modes> = {
  explicitVariableModes: told(
    (node) => (node.get("explicitVariableModes") as Record<string, string> | undefined) ?? {},
  ),
  setExplicitVariableModeForCollection(node, session, given: unknown, modeId) {
    const collection = collectionOf(session, given);
    if (!modesOf(collection).some((mode) => mode.modeId === modeId)) {
      throw new Error(`Mode "${modeId}" does not exist in collection "${collection.get("name")}"`);
    }
    const before = node.get("explicitVariableModes") as Record<string, string> | undefined;
    session.file.write(node, "explicitVariableModes", frozen({ ...before, [collection.id]: modeId }));
  },
  clearExplicitVariableModeForCollection(node, session, given: unknown) {
    const before = (node.get("explicitVariableModes") as Record<string, string> | undefined) ?? {};
    const { [collectionOf(session, given).id]: _, ...rest } = before;
    session.file.write(node, "explicitVariableModes", frozen(rest));
  },
};

function collectionOf(session: Session, given: unknown): Entity {
  const collection = typeof given === "string" ? session.file.collections.get(given) : entityOf<Entity>(given);
  if (!collection || collection.removed) throw new Error("The variable collection does not exist");
  return collection;
}
