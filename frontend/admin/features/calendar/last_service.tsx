import { Button } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { appointmentWords } from './appointment_words';
import { secondsOf } from './board_scale';
import { useNow } from './use_now';

const lastServiceQuery = graphql(`
  query LastService($customerId: ID!) {
    customer(id: $customerId) {
      id
      appointments {
        id
        start
        status
        service {
          id
          name
          archived
        }
      }
    }
  }
`);

interface Props {
  customerId: string;
  /** The service that is chosen. */
  serviceId: string;
  onChoose(serviceId: string): void;
}

/** Proposes the service that a customer had last, unless it is chosen or archived. */
export function LastService({ customerId, serviceId, onChoose }: Props) {
  const t = useWords(appointmentWords);
  const now = useNow();
  const { data } = useLiveQuery(lastServiceQuery, { customerId }, { hidesFormer: true });
  const had = data?.customer?.appointments.filter(({ start, status }) => secondsOf(start) < now && (status === 'CONFIRMED' || status === 'COMPLETED')) ?? [];
  const last = had.toSorted((a, b) => secondsOf(b.start) - secondsOf(a.start))[0]?.service;
  if (!last || last.archived || last.id === serviceId) {
    return null;
  }
  return (
    <Button variant="default" size="compact-md" style={{ alignSelf: 'flex-start' }} onClick={() => onChoose(last.id)}>
      {t.lastService(last.name)}
    </Button>
  );
}
