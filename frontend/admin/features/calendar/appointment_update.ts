import { graphql } from '../../api/graphql';
import { durationOf } from '../../language/duration';
import { minutesBetween } from './board_scale';
import type { Appointment } from './calendar_query';

export const appointmentUpdate = graphql(`
  mutation AppointmentUpdate($input: AppointmentUpdateInput!) {
    appointmentUpdate(input: $input) {
      appointment {
        id
        end
        note
        service {
          id
          name
        }
      }
      obstacles {
        code
        rule
        message
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What can be changed of an appointment. */
export interface Details {
  serviceId: string;
  /** In minutes. A number field holds a text while it is no number. */
  length: number | string;
  note: string;
  name: string;
  email: string;
  phone: string;
  locale: 'DE' | 'EN' | 'FR' | 'TR';
}

/** Returns the details of an appointment; those of an absent contact are empty. */
export const detailsOf = ({ service, start, end, note, contact }: Appointment, locale: Details['locale']): Details => ({
  serviceId: service.id,
  length: minutesBetween(start, end),
  note,
  name: contact?.name ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  locale: contact?.locale ?? locale,
});

/** Reports whether details name a customer. */
export const hasContact = ({ name, email, phone }: Details) => Boolean(name || email || phone);

/** Returns the input that changes some details to others: what stays is left out, and a contact can't be taken away. */
export function changesBetween(before: Details, after: Details) {
  const contact = ({ name, email, phone, locale }: Details) => ({ name, email: email || null, phone: phone || null, locale });
  const changesContact = hasContact(after) && JSON.stringify(contact(before)) !== JSON.stringify(contact(after));
  return {
    ...(before.serviceId !== after.serviceId && { serviceId: after.serviceId }),
    ...((before.serviceId !== after.serviceId || before.length !== after.length) && { duration: durationOf(Number(after.length)) }),
    ...(before.note !== after.note && { note: after.note }),
    ...(changesContact && { customer: contact(after) }),
  };
}

/** Returns the input that takes such a change back to what was; undefined if it changed nothing that can be taken back. */
export function changesBack(after: Details, before: Details, customer: Appointment['customer']) {
  const { customer: contact, ...rest } = changesBetween(after, before);
  // By another address somebody else was found or created: the customer of before is named, or a duplicate would be.
  const back = contact && customer && after.email !== before.email ? { ...rest, customerId: customer.id } : { ...rest, ...(contact && { customer: contact }) };
  return Object.keys(back).length > 0 ? back : undefined;
}

/** Reports whether what a change writes has been changed by somebody else since `before`. */
export function overwrites(change: ReturnType<typeof changesBetween>, before: Details, present: Details): boolean {
  const meanwhile = changesBetween(before, present);
  return Object.keys(meanwhile).some((key) => key in change);
}

/** Returns the contact and the note that an appointment has, in a line. */
export const summaryOf = ({ name, email, phone, note }: Details) => [name, email, phone, note].filter(Boolean).join(', ');
