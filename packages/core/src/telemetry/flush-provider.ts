interface Provider {
  getDelegate?(): Provider;
  forceFlush?(): Promise<void>;
}

/** Has a provider of the person's SDK send what it holds. The API that we know it by has no word for it; all SDKs do. */
export async function flushProvider(provider: object): Promise<void> {
  const { getDelegate, forceFlush } = provider as Provider;
  const delegate = getDelegate?.call(provider);
  if (delegate !== undefined) return flushProvider(delegate);
  await forceFlush?.call(provider);
}
