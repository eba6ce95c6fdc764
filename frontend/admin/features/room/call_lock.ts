const name = 'visavis call';

/** Notes that this device is in a call, until the returned function is called or the page is gone. */
export function holdCall(): () => void {
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks?.request(name, { mode: 'shared' }, () => held).catch(() => undefined);
  return () => release?.();
}

/** Reports whether any page of this browser is in a call. */
export async function isInCall(): Promise<boolean> {
  const locks = await navigator.locks?.query().catch(() => undefined); // there are none without TLS, and no calls either
  return locks?.held?.some((lock) => lock.name === name) ?? false;
}
