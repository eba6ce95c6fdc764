import { matches } from '../../language/matches';
import type { Option } from '../../parts/choice';
import type { TimeZone } from './use_time_zones';

/** A time zone to choose, found by each of its IDs. */
export interface ZoneOption extends Option {
  ids: readonly string[];
}

const twoDigits = (value: number) => String(Math.trunc(value)).padStart(2, '0');

/** Formats an offset: UTC+05:30. */
export const offsetOf = (minutes: number): string =>
  `UTC${minutes < 0 ? '−' : '+'}${twoDigits(Math.abs(minutes) / 60)}:${twoDigits(Math.abs(minutes) % 60)}`;

/** Returns the options. The zone of the value goes by the ID of the value, which may be an alias; an unknown value stands first, as it is. */
export function zoneOptions(zones: readonly TimeZone[], value: string): ZoneOption[] {
  const options = zones.map(({ id: usual, aliases, name, offsetMinutes }) => {
    const id = aliases.includes(value) ? value : usual;
    return { value: id, label: [...new Set([name, id, offsetOf(offsetMinutes)])].join(' · '), ids: [usual, ...aliases] };
  });
  return value === '' || options.some((option) => option.value === value) ? options : [{ value, label: value, ids: [value] }, ...options];
}

/** Returns the usual ID of a zone by any of its IDs; empty if the server does not know it. */
export const usualZone = (zones: readonly TimeZone[], zone: string | undefined): string =>
  zones.find(({ id, aliases }) => zone !== undefined && (id === zone || aliases.includes(zone)))?.id ?? '';

/** Returns the options with words in the label or in an ID that each word of a search begins. */
export const found = (options: readonly ZoneOption[], search: string): ZoneOption[] =>
  options.filter(({ label, ids }) => matches([label, ...ids].join(' '), search));
