import { Anchor, Card, Stack, Text } from '@mantine/core';
import { useWords } from '../../language/words';
import type { Appointment } from './calendar_query';
import { CustomerRecord } from './customer_record';
import { appointmentWords } from './appointment_words';

interface Props {
  appointment: Pick<Appointment, 'id' | 'start' | 'note'> & {
    contact: Pick<NonNullable<Appointment['contact']>, 'name' | 'email' | 'phone' | 'confirmedAt'> | null;
    customer: { id: string } | null;
  };
  /** What stands elsewhere on the page, where it is edited. */
  hidesTexts?: 'NOTE' | 'NOTE_AND_CARD';
}

/** For whom an appointment is: contact, record and note. */
export function CustomerCard({ appointment: { id, start, contact, customer, note: written }, hidesTexts }: Props) {
  const t = useWords(appointmentWords);
  const note = hidesTexts ? '' : written;
  if (!contact && !note) {
    return null;
  }
  return (
    <Card withBorder padding="sm" component="section" aria-label={t.customer}>
      <Stack gap={6}>
        {contact && <Text fw={600}>{contact.name}</Text>}
        {contact?.phone && <Anchor href={`tel:${contact.phone}`}>{contact.phone}</Anchor>}
        {contact?.email && <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>}
        {contact?.email && !contact.confirmedAt && (
          <Text size="sm" c="dimmed">
            {t.unconfirmed}
          </Text>
        )}
        {note && (
          <Text style={{ whiteSpace: 'pre-line' }}>
            {t.note}: {note}
          </Text>
        )}
        {customer && <CustomerRecord appointmentId={id} start={start} hidesCard={hidesTexts === 'NOTE_AND_CARD'} />}
      </Stack>
    </Card>
  );
}
