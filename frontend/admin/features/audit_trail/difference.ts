/** A changed field; null means no value. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

/** Fields that say nothing to a person: the subject has a name, and what belongs to it has entries of its own. */
const silent = new Set(['id', 'edges']);

/** Returns the fields in which two JSON objects differ; null means no object. */
export function differences(before: string | null, after: string | null): Difference[] {
  const was = read(before);
  const is = read(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !silent.has(field))
    .map((field) => ({ field, before: written(was[field]), after: written(is[field]) }))
    .filter((field) => field.before !== field.after);
}

function read(json: string | null): Record<string, unknown> {
  const value: unknown = json ? JSON.parse(json) : {};
  return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function written(value: unknown): string | null {
  if (value === undefined || value === null) {
    return null;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
