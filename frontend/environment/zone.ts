/** Reports whether this engine can compute in a time zone. Some engines name a zone that they do not know, Etc/Unknown. */
export function knowsZone(zone: string | undefined): zone is string {
  try {
    return Boolean(zone && new Intl.DateTimeFormat('en', { timeZone: zone })) && zone !== 'Etc/Unknown';
  } catch {
    return false;
  }
}

/** Returns the time zone of the device; undefined if the engine does not know it. */
export function deviceZone(): string | undefined {
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone as string | undefined;
  return knowsZone(zone) ? zone : undefined;
}

/** Returns the name by which this engine knows a time zone that may be younger than the engine; undefined if by none. */
export const nameOfZone = (zone: string, aliases: readonly string[]): string | undefined => [zone, ...aliases].find(knowsZone);

/** Returns the name by which this engine knows a time zone; UTC if by none. */
export const engineZone = (zone: string, aliases: readonly string[]): string => nameOfZone(zone, aliases) ?? 'UTC';
