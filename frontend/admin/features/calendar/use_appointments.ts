import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../api/api';
import { type Appointment, appointmentsQuery } from './calendar_query';

interface Known {
  /** Of which day and branch; what is known of another does not count. */
  of: string;
  list: readonly Appointment[] | undefined;
  failed: boolean;
}

/** Reads all appointments of a day, however many pages they take, and keeps them fresh. */
export function useAppointments(branchId: string, day: string) {
  const { client, freshness } = useApi();
  const reader = useRef(() => undefined as void);
  const of = `${branchId} ${day}`;
  const [known, setKnown] = useState<Known>({ of, list: undefined, failed: false });

  useEffect(() => {
    let newest = 0;
    async function read() {
      newest += 1;
      const own = newest;
      const answer = await readAll();
      if (own === newest) {
        setKnown((before) => (answer ? { of, list: answer, failed: false } : { of, list: before.of === of ? before.list : undefined, failed: true }));
      }
    }
    async function readAll(): Promise<Appointment[] | undefined> {
      const list: Appointment[] = [];
      let after: string | null = null;
      do {
        const { data } = await client
          .query(appointmentsQuery, { branchId, day, after }, { requestPolicy: 'network-only' })
          .toPromise();
        if (!data) {
          return undefined;
        }
        list.push(...data.appointments.nodes);
        after = data.appointments.pageInfo.hasNextPage ? data.appointments.pageInfo.endCursor : null;
      } while (after);
      return list;
    }
    reader.current = () => void read();
    void read();
    const leave = freshness.add(() => void read());
    return () => {
      newest += 1;
      leave();
    };
  }, [branchId, client, day, freshness, of]);

  const isKnown = known.of === of;
  return {
    data: isKnown ? known.list : undefined,
    failed: isKnown && known.failed && !known.list,
    retry: () => reader.current(),
  };
}
