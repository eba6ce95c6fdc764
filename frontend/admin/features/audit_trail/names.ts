import type { Entry } from './audit_trail_query';

/** What stands in an entry under an ID. */
type Named = Pick<Entry, 'subjectId' | 'before' | 'after' | 'names'>;

const identifier = /\b[a-z]{3}_[\w.-]*\w/g;

/** Returns a text with the names in the place of the IDs that have one. */
export function withNames(text: string, names: Entry['names']): string {
  const known = new Map(names.map(({ id, name }) => [id, name]));
  return text.replace(identifier, (id) => known.get(id) ?? id);
}

/** Returns the name of what an entry is about: as it is now, else as it was recorded; empty if it has none. */
export function subjectName({ subjectId, before, after, names }: Named): string {
  return names.find(({ id }) => id === subjectId)?.name ?? recordedName(after) ?? recordedName(before) ?? '';
}

/** Returns the name in the state of a profile, or of what else has a name. */
function recordedName(state: string | null): string | undefined {
  const { display_name: displayName, name } = (state ? JSON.parse(state) : {}) as Record<string, unknown>;
  return [displayName, name].find((one) => typeof one === 'string' && one !== '') as string | undefined;
}

/** Returns the page of what has the ID, if it has a page of its own and still exists. */
export function pageOf({ subjectId, names }: Named): string | undefined {
  const pages: Record<string, string> = { cus: `/kunden/${subjectId}`, stf: `/mitarbeiter/${subjectId}/allgemein` };
  return names.some(({ id }) => id === subjectId) ? pages[subjectId.split('_')[0] ?? ''] : undefined;
}
