import type { Language } from './language';

export interface UserError {
  code: string;
  field: string[];
  message: string;
}

export interface Service {
  id: string;
  name: string;
  description: string;
  delivery: 'VIDEO' | 'IN_SALON';
  duration: string;
  price: { minorUnits: number; currency: string };
}

export interface Address {
  street: string;
  postalCode: string;
  city: string;
}

export interface Branch {
  id: string;
  name: string;
  /** In the address of its booking page. */
  slug: string;
  timeZone: string;
  locale: 'DE' | 'EN';
  email: string;
  phone: string;
  address: Address;
  /** How long a hold lasts, as a duration of ISO 8601. */
  bookingRules: { hold: string };
  videoOnlyModes: { from: string; until: string | null; message: string }[];
}

export interface Salon {
  branch: (Branch & { bookableServices: { id: string }[] }) | null;
  serviceCategories: { id: string; name: string; services: Service[] }[];
}

export interface Person {
  id: string;
  displayName: string;
  color: string;
}

/** The starts of one person, day by day. */
export interface Offer {
  staff: Person;
  days: { date: string; starts: string[] }[];
}

/** A start that is reserved for whoever has the secret. */
export interface Hold {
  secret: string;
  /** When it ends by the clock of this device, which may go wrong: in milliseconds, as of Date.now(). */
  until: number;
  start: string;
  staff: { id: string; displayName: string };
  /** It is given up; the server knows when this has settled. */
  gone?: Promise<void>;
}

export interface Alternative {
  start: string;
  staff: { id: string; displayName: string };
}

export interface Booked {
  id: string;
  start: string;
  end: string;
  joinUrl: string | null;
  /** The page where it is moved and cancelled. */
  manageUrl: string;
  /** Its entry for a calendar. */
  calendarUrl: string;
  staff: { id: string; displayName: string };
}

/** What a change answers. */
export interface Answer {
  userErrors: UserError[];
  alternatives?: Alternative[];
  hold?: Omit<Hold, 'until'> | null;
  booking?: Booked | null;
}

/** How long we wait for an answer, in milliseconds. */
const patience = 10_000;

/** Asks the server; throws when it cannot be reached or refuses the request as a whole. It sends no cookie. */
export async function ask<Data>(
  origin: string,
  language: Language,
  document: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  return read(
    await fetch(`${origin}/graphql`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(patience),
    }),
  );
}

/** Reads an answer; throws when the request was refused as a whole. */
export async function read<Data>(response: Response): Promise<Data> {
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data || errors) {
    throw new Error(errors?.[0]?.message);
  }
  return data;
}
