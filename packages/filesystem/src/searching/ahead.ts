/**
 * The same items, each asked for while the one before is still worked on.
 *
 * @param stop ends what the source waits for, where nobody listens any more
 */
export async function* ahead<Item>(source: AsyncGenerator<Item>, stop: () => void = () => {}): AsyncGenerator<Item> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = after(source);
      yield value;
    }
  } finally {
    stop();
    await next.catch(() => {});
    await source.return(undefined);
  }
}

/** Begun once the item before is under way. */
function after<Item>(source: AsyncGenerator<Item>): Promise<IteratorResult<Item>> {
  const next = new Promise((resolve) => setImmediate(resolve)).then(() => source.next());
  // Thrown when it is asked for; until then it must not count as unhandled.
  next.catch(() => {});
  return next;
}
