import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { engineZone } from '../../../environment/zone';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { wallClockAt } from '../../session/wall_clock';
import { keepsCustomers, useSession } from '../../session/session';
import { appointmentWords } from './appointment_words';
import { secondsOf } from './board_scale';
import { useNow } from './use_now';

const customerRecordQuery = graphql(`
  query CustomerRecord($appointmentId: ID!) {
    appointment(id: $appointmentId) {
      id
      customer {
        id
        name
        card {
          notes
          allergies
          formulas
        }
        visits {
          count
          noShows
        }
        appointments {
          id
          start
          status
          branch {
            id
            timeZone
            timeZoneAliases
          }
          service {
            id
            name
          }
        }
      }
    }
  }
`);

/** How many of the last visits are shown. */
const shown = 3;

interface Props {
  appointmentId: string;
  /** The start of the appointment, an instant. */
  start: string;
  /** Whether the texts of the card stand elsewhere on the page. */
  hidesCard?: boolean;
}

/** What the salon knows of the customer of an appointment: the card, and the last visits before it. */
export function CustomerRecord({ appointmentId, start, hidesCard = false }: Props) {
  const t = useWords(appointmentWords);
  const format = useFormat();
  const session = useSession();
  const now = useNow();
  const { data, loading } = useLiveQuery(customerRecordQuery, { appointmentId }, { hidesFormer: true }); // allergies of nobody else
  if (loading) {
    return <Skeleton height={40} />;
  }
  const customer = data?.appointment?.customer;
  if (!customer) {
    return null;
  }
  const { card, visits } = customer;
  const until = Math.min(secondsOf(start), now);
  const last = customer.appointments
    .filter((other) => secondsOf(other.start) < until && (other.status === 'CONFIRMED' || other.status === 'COMPLETED'))
    .slice(0, shown);
  const texts = [[t.allergies, card.allergies], [t.formulas, card.formulas], [t.notes, card.notes]] as const;
  return (
    <Stack gap={6}>
      {texts.map(
        ([label, text]) =>
          text &&
          !hidesCard && (
            <Text key={label} size="sm" style={{ whiteSpace: 'pre-line' }}>
              <strong>{label}:</strong> {text}
            </Text>
          ),
      )}
      <Text size="sm">
        {[t.visits(visits.count), visits.noShows > 0 && t.noShows(visits.noShows)].filter(Boolean).join(' · ')}
      </Text>
      {last.map((visit) => (
        <Text key={visit.id} size="sm" c="dimmed">
          {format.date(wallClockAt(visit.start, engineZone(visit.branch.timeZone, visit.branch.timeZoneAliases)).date)} · {visit.service.name}
        </Text>
      ))}
      {keepsCustomers(session) && (
        <Anchor component={Link} to={`/kunden/${customer.id}`}>
          {t.record(customer.name)}
        </Anchor>
      )}
    </Stack>
  );
}
