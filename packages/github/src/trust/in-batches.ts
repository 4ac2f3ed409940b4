/** Asked at once, so that one change never floods GitHub with questions. */
const atOnce = 8;

/**
 * Answers for items, in their order, some at a time.
 *
 * @param isEnough ends it early, given the answers so far
 */
export async function inBatches<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
  isEnough: (answers: readonly Answer[]) => boolean = () => false,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length && !isEnough(answers); from += atOnce)
    answers.push(...(await Promise.all(items.slice(from, from + atOnce).map(ask))));
  return answers;
}
