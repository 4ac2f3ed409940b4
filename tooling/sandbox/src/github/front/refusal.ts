import type { Answer } from "./exchange.ts";

/** An answer as GitHub's errors are. */
export function refusal(
  status: number,
  message: string,
  { headers = {}, errors }: { headers?: Readonly<Record<string, string>>; errors?: readonly object[] } = {},
): Answer {
  const body = {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: "https://docs.github.com/rest",
    status: String(status),
  };
  return { status, headers, body };
}

/** What is not there, or not to be known of. */
export const notFound = (): Answer => refusal(404, "Not Found");
