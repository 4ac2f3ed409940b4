import type { Answer, Ask } from "../front/exchange.ts";

/** A list's page as the request wants it, with the Link header that leads to the others. */
export function page(
  ask: Ask,
  url: string,
  all: readonly unknown[],
  wrap = (items: readonly unknown[]): unknown => items,
): Answer {
  const size = Math.min(100, Math.max(1, Number(ask.query.get("per_page") ?? 30) || 30));
  const number = Math.max(1, Number(ask.query.get("page") ?? 1) || 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const links = [
    ...(number > 1 ? [["first", 1] as const, ["prev", number - 1] as const] : []),
    ...(number < last ? [["next", number + 1] as const, ["last", last] as const] : []),
  ].map(([relation, to]) => {
    const query = new URLSearchParams(ask.query);
    query.set("page", String(to));
    return `<${url}${ask.path}?${query}>; rel="${relation}"`;
  });
  const items = all.slice((number - 1) * size, number * size);
  return { status: 200, headers: links.length === 0 ? {} : { link: links.join(", ") }, body: wrap(items) };
}
