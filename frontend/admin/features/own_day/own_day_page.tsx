import { Button, SimpleGrid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from '../../api/live_query';
import { everyPage, usePagedQuery } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { today } from '../../session/today';
import { addDays } from '../../session/wall_clock';
import { useNow } from '../calendar';
import { mondayOf } from '../work_plan';
import { LaterAppointments } from './later_appointments';
import { NextAppointment } from './next_appointment';
import { OwnAbsences } from './own_absences';
import { OwnAddresses } from './own_addresses';
import { ownAppointmentsQuery, ownDayQuery } from './own_day_query';
import { OwnShifts } from './own_shifts';
import { nextAndLater, shiftsOf } from './own_times';
import { ownDayWords } from './words';

/** The first page of members: their next appointment, the coming ones, shifts and absences. */
export function OwnDayPage() {
  const t = useWords(ownDayWords);
  const format = useFormat();
  const session = useSession();
  const { id: branchId, timeZone } = useBranch();
  const seconds = useNow();
  const day = today(timeZone, seconds * 1000);
  const to = addDays(mondayOf(day), 13); // the end of next week
  const staffId = session.me.profile.id;
  const own = useLiveQuery(ownDayQuery, { staffId, branchId, from: day, to });
  const staffIds = keepsCustomers(session) ? [staffId] : null;
  const appointments = usePagedQuery(ownAppointmentsQuery, { branchId, staffIds, from: addDays(day, -1), to }, (data) => data.appointments, { pages: everyPage });
  const answer = {
    data: own.data && appointments.data && { ...own.data, nodes: appointments.data.nodes },
    failed: own.failed || appointments.failed,
    retry() {
      own.retry();
      appointments.retry();
    },
  };

  return (
    <Page
      title={format.day(day)}
      windowTitle={t.title}
      width="form"
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/kalender" {...props} />}>
          {t.toCalendar}
        </Button>
      }
    >
      <Answer of={answer}>
        {({ node, roster, nodes }) => {
          const { next, later } = nextAndLater(nodes, seconds * 1000);
          return (
            <Stack>
              <NextAppointment appointment={next} />
              <LaterAppointments list={later} />
              {node?.__typename === 'Staff' && (
                <>
                  <OwnAbsences profile={node} />
                  <SimpleGrid cols={{ base: 1, sm: 2 }}>
                    <OwnShifts days={shiftsOf(roster, [node.id, ...node.samePersonAs.map(({ id }) => id)])} />
                    <OwnAddresses profile={node} />
                  </SimpleGrid>
                </>
              )}
            </Stack>
          );
        }}
      </Answer>
    </Page>
  );
}
