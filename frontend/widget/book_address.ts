import type { Preset } from './preset';

/** Returns the URL of the booking page. */
export function bookAddress({ origin, branch, service, staff, language }: Pick<Preset, 'origin' | 'branch' | 'service' | 'staff' | 'language'>): string {
  const url = new URL(`/book/${encodeURIComponent(branch)}`, origin);
  for (const [name, value] of Object.entries({ service, staff, lang: language })) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  return url.toString();
}
