import type { FoundCustomer } from './found_customer';

/** The facts of somebody who is not on record. */
export interface NewCustomer {
  name: string;
  email: string;
  phone: string;
  locale: 'DE' | 'EN' | 'FR' | 'TR';
}

/** For whom an appointment is booked: somebody on record, or somebody new. */
export type BookedCustomer = { kind: 'known'; customer: FoundCustomer } | { kind: 'new'; customer: NewCustomer };

/** Returns somebody new from what was typed into the search: a name, an email address or a phone number. */
export function newCustomer(typed: string, locale: NewCustomer['locale']): BookedCustomer & { kind: 'new' } {
  const text = typed.trim();
  const facts = { name: '', email: '', phone: '', locale };
  if (text.includes('@')) {
    return { kind: 'new', customer: { ...facts, email: text } };
  }
  if (/^[+\d][\d\s()/.-]{3,}$/.test(text)) {
    return { kind: 'new', customer: { ...facts, phone: text } };
  }
  return { kind: 'new', customer: { ...facts, name: text } };
}

/** Returns the part of the input of a booking that names the customer; null: nobody is chosen. */
export function inputOf(booked: BookedCustomer | null) {
  if (booked === null) {
    return {};
  }
  if (booked.kind === 'known') {
    return { customerId: booked.customer.id };
  }
  const { name, email, phone, locale } = booked.customer;
  return name || email || phone ? { customer: { name, email: email || null, phone: phone || null, locale } } : {};
}
