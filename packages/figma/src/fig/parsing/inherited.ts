import type { KiwiNode } from "./kiwi.ts";

/** What an instance does not have from its component: what it is, where it lies, and what the component is to others. */
const itsOwn = new Set<keyof KiwiNode>([
  "guid",
  "phase",
  "parentIndex",
  "type",
  "name",
  "visible",
  "locked",
  "internalOnly",
  "isPublishable",
  "isSoftDeleted",
  "description",
  "key",
  "version",
  "sortPosition",
  "publishFile",
  "sourceLibraryKey",
  "overrideKey",
  "guidPath",
  "componentKey",
  "sharedComponentMasterData",
  "symbolDescription",
  "symbolLinks",
  "componentPropDefs",
  "componentPropRefs",
  "symbolData",
  "derivedSymbolData",
  "overriddenSymbolID",
  "transform",
  "horizontalConstraint",
  "verticalConstraint",
  "stackPositioning",
  "gridRowAnchor",
  "gridColumnAnchor",
  "gridRowSpan",
  "gridColumnSpan",
  "prototypeStartingPoint",
  "exportSettings",
]);

/** What instances have from a component, by component: there may be thousands of one. */
const given = new WeakMap<KiwiNode, KiwiNode>();

/** An instance with what it does not say itself taken from its component. */
export function inherited(instance: KiwiNode, component: KiwiNode): KiwiNode {
  let taken = given.get(component);
  if (taken === undefined) {
    taken = Object.fromEntries(Object.entries(component).filter(([field]) => !itsOwn.has(field as keyof KiwiNode)));
    given.set(component, taken);
  }
  return { ...taken, ...instance };
}
