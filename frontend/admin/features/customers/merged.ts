/** What decides about a merge. */
export interface Mergeable {
  id: string;
  name: string;
  email: string | null;
  phone: string;
  confirmedAt: string | null;
}

/** The contact after a merge. */
export interface Merged {
  name: string;
  email: string | null;
  phone: string;
  /** The email address that does not stay, since nobody has confirmed it or there is another; null: there is none. */
  lost: string | null;
}

/** Returns what stays of two customers, as the server merges them. */
export function merged(kept: Mergeable, gone: Mergeable): Merged {
  const goneWins = gone.confirmedAt !== null && (kept.confirmedAt === null || kept.email === null);
  const email = goneWins ? gone.email : kept.email;
  return { name: kept.name, email, phone: kept.phone || gone.phone, lost: [gone.email, kept.email].find((one) => one !== null && one !== email) ?? null };
}
