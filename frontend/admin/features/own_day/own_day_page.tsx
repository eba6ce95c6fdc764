import { Button, Card, SimpleGrid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from '../../api/live_query';
import { usePagedQuery } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { useSession } from '../../session/session';
import { today } from '../../session/today';
import { useNow } from '../calendar';
import { NotificationSettings, SoundSwitch } from '../notifications';
import { LaterAppointments } from './later_appointments';
import { NextAppointment } from './next_appointment';
import { OwnAbsences } from './own_absences';
import { OwnAddresses } from './own_addresses';
import { branchesOf, inTheirZones, ownAppointmentsQuery, ownDayQuery } from './own_day_query';
import { OwnShifts } from './own_shifts';
import { nextAndLater } from './own_times';
import { ownDayWords } from './words';

/** The first page of members: their next appointment, the coming ones in all branches, shifts and absences. */
export function OwnDayPage() {
  const t = useWords(ownDayWords);
  const format = useFormat();
  const { me } = useSession();
  const { timeZone } = useBranch();
  const seconds = useNow();
  const own = useLiveQuery(ownDayQuery, { staffId: me.profile.id });
  const appointments = usePagedQuery(ownAppointmentsQuery, {}, (data) => data.ownAppointments);
  const answer = {
    data: own.data && appointments.data && { ...own.data, ...appointments.data },
    failed: own.failed || appointments.failed,
    retry() {
      own.retry();
      appointments.retry();
    },
  };

  return (
    <Page
      title={format.day(today(timeZone, seconds * 1000))}
      windowTitle={t.title}
      width="form"
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/kalender" {...props} />}>
          {t.toCalendar}
        </Button>
      }
    >
      <Answer of={answer}>
        {({ node, nodes, hasMore }) => {
          const { next, later } = nextAndLater(inTheirZones(nodes), seconds * 1000);
          const profile = node?.__typename === 'Staff' ? node : undefined;
          const branches = profile ? branchesOf(profile) : [];
          const namesBranch = branches.length > 1;
          return (
            <Stack>
              <NextAppointment appointment={next} namesBranch={namesBranch} />
              <LaterAppointments list={later} namesBranch={namesBranch} hasMore={hasMore} onMore={appointments.more} />
              {profile && (
                <>
                  <OwnAbsences profile={profile} />
                  <SimpleGrid cols={{ base: 1, sm: 2 }}>
                    <OwnShifts branches={branches} profileIds={[profile.id, ...profile.samePersonAs.map(({ id }) => id)]} />
                    <OwnAddresses profile={profile} />
                  </SimpleGrid>
                  <Card withBorder>
                    <Stack>
                      <NotificationSettings />
                      <SoundSwitch />
                    </Stack>
                  </Card>
                </>
              )}
            </Stack>
          );
        }}
      </Answer>
    </Page>
  );
}
