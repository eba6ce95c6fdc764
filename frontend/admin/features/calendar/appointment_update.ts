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

/** Returns the input that changes some details to others: what stays is left out. */
export function changesBetween(before: Details, after: Details) {
  const contact = ({ name, email, phone, locale }: Details) => ({ name, email: email || null, phone: phone || null, locale });
  const hasContact = after.name || after.email || after.phone;
  const changesContact = hasContact && JSON.stringify(contact(before)) !== JSON.stringify(contact(after));
  return {
    ...(before.serviceId !== after.serviceId && { serviceId: after.serviceId }),
    ...((before.serviceId !== after.serviceId || before.length !== after.length) && { duration: durationOf(Number(after.length)) }),
    ...(before.note !== after.note && { note: after.note }),
    ...(changesContact && { customer: contact(after) }),
  };
}
