import { readClock } from '../environment/clock';
import type { Language, Locale } from './language';
import type { Preset } from './preset';

export interface UserError {
  code: string;
  field: string[];
  message: string;
}

/** An amount in the currency's smallest unit, with the currency's decimal places. */
export interface Money {
  minorUnits: number;
  currency: string;
  digits: number;
}

export interface Service {
  id: string;
  name: string;
  description: string;
  delivery: 'VIDEO' | 'IN_SALON';
  duration: string;
  price: Money;
}

export interface Address {
  street: string;
  postalCode: string;
  city: string;
}

/** A legal text of a branch. */
export interface LegalText {
  /** Address to lead customers to. */
  pageUrl: string;
}

/** The terms of a branch, in one version. */
export interface Terms extends LegalText {
  version: number;
}

export interface Branch {
  id: string;
  name: string;
  /** Identifies the branch in the URL of its booking page. */
  slug: string;
  timeZone: string;
  /** Other names of the time zone, for browsers that do not know this one. */
  timeZoneAliases: string[];
  locale: Locale;
  email: string;
  phone: string;
  /** Whether customers get email; if not, they must keep their link. */
  sendsMail: boolean;
  customerPhone: 'OFF' | 'OPTIONAL' | 'REQUIRED';
  address: Address;
  /** hold is an ISO 8601 duration. */
  bookingRules: { hold: string; horizonDays: number };
  videoOnlyModes: { from: string; until: string | null; message: string }[];
  /** Note on value added tax beside prices. */
  vatNote: 'INCLUDED' | 'NOT_CHARGED';
  /** null: there is none. */
  imprint: LegalText | null;
  privacyNotice: LegalText | null;
  terms: Terms | null;
}

/** A color, and that of text on it. */
export interface AccentColors {
  accent: string;
  text: string;
}

/** A branch that books, with the services that it offers online. */
export interface Salon {
  branch: (Branch & { accent: { light: AccentColors; dark: AccentColors } | null; bookableServices: OfferedService[] }) | null;
}

/** A service that a branch offers online, with its category. */
export interface OfferedService extends Service {
  category: { id: string; name: string };
}

export interface Category {
  id: string;
  name: string;
  services: Service[];
}

export interface StaffProfile {
  id: string;
  displayName: string;
  color: string;
  photo: Photo | null;
}

/** A small picture of a person. */
export interface Photo {
  url: string;
}

/** A profile that offers a service, with its next start in the first months; null: there is none. */
export interface BookableStaff {
  staff: StaffProfile;
  nextStart: string | null;
}

/** A day on which a service can be booked, and how many starts it has. */
export interface FreeDay {
  date: string;
  startCount: number;
}

/** A day with its starts, in order. */
export interface Day {
  date: string;
  starts: string[];
}

/** Who an appointment is with. */
export interface BookedStaff {
  id: string;
  displayName: string;
  photo?: Photo | null;
}

/** A start reserved for the holder of the secret. */
export interface Hold {
  secret: string;
  /** When it expires by the clock of this device, which may be wrong, in milliseconds like Date.now(). */
  until: number;
  /** When the first hold of its chain was made, by the same clock. */
  since: number;
  start: string;
  /** Deadline for the customer to move or cancel once it is booked. */
  changeableUntil: string;
  staff: BookedStaff;
  /** Set once the hold is being released; settles when the server has responded. */
  released?: Promise<void>;
}

export interface Alternative {
  start: string;
  staff: { id: string; displayName: string };
}

export interface Booked {
  id: string;
  start: string;
  end: string;
  /** Deadline for the customer to move or cancel. */
  changeableUntil: string;
  joinUrl: string | null;
  /** URL of the page that moves and cancels the appointment. */
  manageUrl: string;
  /** URL of its iCalendar file. */
  calendarUrl: string;
  staff: BookedStaff;
}

/** What a booking waits for: the button in an email. */
export interface Confirmation {
  expiresAt: string;
  /** Where the button was sent. */
  email: string;
}

/** A proof of work that the server asks for, by the protocol of ALTCHA. */
export interface ProofChallenge {
  algorithm: string;
  challenge: string;
  maxNumber: number;
  salt: string;
  signature: string;
}

/** The payload of a mutation. */
export interface Payload {
  userErrors: UserError[];
  alternatives?: Alternative[];
  hold?: Omit<Hold, 'until' | 'since'> | null;
  booking?: Booked | null;
  confirmationRequired?: Confirmation | null;
  proofChallenge?: ProofChallenge | null;
}

/** How long to wait for a response, in milliseconds. */
const timeout = 10_000;

/**
 * Sends a GraphQL request, without cookies, if need be after the page is gone. Throws if the server cannot be reached or rejects the whole
 * request, and when the widget is removed.
 */
export async function request<Data>(
  { origin, removed }: Pick<Preset, 'origin' | 'removed'>,
  language: Language,
  document: string,
  variables: Record<string, unknown>,
  keepalive = false,
): Promise<Data> {
  // Safari before 16 has neither AbortSignal.timeout nor AbortSignal.any.
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, timeout);
  if (!keepalive) {
    removed?.addEventListener('abort', end);
  }
  try {
    return await read<Data>(
      await fetch(`${origin}/graphql`, {
        method: 'POST',
        credentials: 'omit',
        keepalive,
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify({ query: document, variables }),
        signal: ending.signal,
      }),
    );
  } finally {
    clearTimeout(timer);
    removed?.removeEventListener('abort', end);
  }
}

/** Reads a GraphQL response. Throws if the server rejected the whole request. */
export async function read<Data>(response: Response): Promise<Data> {
  readClock(response);
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data || errors) {
    throw new Error(errors?.[0]?.message);
  }
  return data;
}
