import { ConnectorError } from "../errors/connector-error.ts";

/**
 * What the work resolves to, or a `timeout` when it takes longer. The work goes on unheard. Until then the process is
 * kept alive, which would else end in silence where nothing but a promise is waited for.
 */
export async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new ConnectorError("timeout", `no answer came within ${milliseconds / 1000} seconds`);
    timer = setTimeout(reject, milliseconds, error);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
