/** Has the page note what goes wrong in it. Both functions are sent to the page, so they know only what is there. */
export function noteComplaints(): void {
  const complaints: string[] = [];
  Object.assign(globalThis, { complaints });
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => complaints.push(`${violatedDirective}: ${blockedURI}`));
  for (const level of ['error', 'warn'] as const) {
    const write = console[level];
    console[level] = (...texts: unknown[]) => {
      complaints.push(texts.join(' '));
      write(...texts);
    };
  }
}

/** Returns what went wrong in the page, and what it could not load. */
export function notedComplaints(): string[] {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const failed = loaded.filter(({ responseStatus }) => responseStatus >= 400).map(({ name, responseStatus }) => `${responseStatus}: ${name}`);
  return [...(globalThis as unknown as { complaints: string[] }).complaints, ...failed];
}
