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
  /** The email address that is not taken over, since nobody has confirmed it or there is another; null: there is none. */
  lost: string | null;
}

/** Returns what stays of two customers, as the server merges them. */
export function merged(kept: Mergeable, gone: Mergeable): Merged {
  const email = kept.email ?? (gone.confirmedAt ? gone.email : null);
  return { name: kept.name, email, phone: kept.phone || gone.phone, lost: gone.email === email ? null : gone.email };
}
