/** Reports whether this engine can compute in a time zone. Some engines name zones that they do not know, such as Etc/Unknown. */
export function knowsZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || zone === '' || zone === 'Etc/Unknown') {
    return false;
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** Returns the time zone of the device; undefined if the engine does not know it. */
export function deviceZone(): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return knowsZone(timeZone) ? timeZone : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the name by which this engine knows a time zone that may be younger than the engine; UTC if by none. */
export const engineZone = (zone: string, aliases: readonly string[]): string => [zone, ...aliases].find(knowsZone) ?? 'UTC';
