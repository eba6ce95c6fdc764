import { Anchor, Card, Stack, Text } from '@mantine/core';
import { useWords } from '../../language/words';
import type { Appointment } from './calendar_query';
import { CustomerRecord } from './customer_record';
import { appointmentWords } from './appointment_words';

/** For whom an appointment is: contact, record and note. */
export function CustomerCard({ appointment: { id, start, contact, customer, note } }: { appointment: Appointment }) {
  const t = useWords(appointmentWords);
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
        {customer && <CustomerRecord appointmentId={id} start={start} />}
      </Stack>
    </Card>
  );
}
