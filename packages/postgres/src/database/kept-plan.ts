import type { CatalogState } from "../catalog/catalog-state.ts";
import type { BatchPlan } from "./batch.ts";

/**
 * What has another value at another time, and is read when a statement is prepared: `'today'::date`; and by what such a word may be
 * written otherwise, in escapes or in parts on several lines.
 */
const clockWords = /now|today|tomorrow|yesterday|\\|uescape|'\s+'/i;

/**
 * The same batch, of statements that its connection may keep prepared; undefined where something may run in it that somebody made,
 * or where that is not certain, since the state is not compared exactly. What is asked is kept as long as nothing was committed.
 *
 * @param outlives whether something that it may call outlives a rollback
 */
export function keptPlan(plan: BatchPlan, state: CatalogState | undefined, outlives: boolean): BatchPlan | undefined {
  if (state?.isBuiltIn !== true || state.snapshot === null) return undefined;
  const { main, after } = plan;
  const [rollback = { text: "ROLLBACK" }, ...clearing] = after;
  // One with values would in time be planned without looking at them.
  const isLasting = main.values?.length === 0 && !clockWords.test(main.text);
  return {
    ...plan,
    main: isLasting ? { ...main, keptFor: state.snapshot } : main,
    // Cleared within the transaction, which then ends: the other way round it would take one more.
    after: outlives ? [...clearing, rollback] : [rollback],
    isBuiltIn: true,
  };
}
