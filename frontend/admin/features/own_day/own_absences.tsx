import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/words';
import { useNow } from '../calendar';
import { AbsenceDialog, absenceRequestWords, type NewAbsence, useAbsenceRequests, useAbsences, usePeriodText, workPlanWords } from '../work_plan';
import { hasBegun, hasEnded, isAddedByMembers } from './absence_rights';
import { branchesOf, type OwnProfile } from './own_day_query';
import { ownDayWords } from './words';

const requested = ['HOLIDAY', 'TRAINING', 'OTHER'] as const;
type Requested = (typeof requested)[number];

/** The user's absences and requests for them, with what adds more. */
export function OwnAbsences({ profile }: { profile: OwnProfile }) {
  const t = useWords(ownDayWords);
  const plan = useWords(workPlanWords);
  const words = useWords(absenceRequestWords);
  const periodText = usePeriodText();
  const now = useNow() * 1000;
  const { add, remove } = useAbsences(profile.id);
  const { create, withdraw } = useAbsenceRequests();
  const [open, setOpen] = useState<'SICK' | 'BREAK' | 'HOLIDAY'>();
  const close = () => setOpen(undefined);
  const zones = branchesOf(profile).map(({ timeZone }) => timeZone);
  const absences = profile.absences.filter((absence) => !hasEnded(absence, now));
  // An approved request is one of the absences, but only as a request it can be withdrawn.
  const requests = profile.absenceRequests.filter(({ state }) => state !== 'WITHDRAWN');
  const isRequested = ({ id }: (typeof absences)[number]) => requests.some(({ absenceId }) => absenceId === id);

  return (
    <Card withBorder component="section" aria-label={plan.absences}>
      <Title order={2}>{plan.absences}</Title>
      <Group gap="xs" my="sm">
        <Button variant="default" onClick={() => setOpen('SICK')}>
          {t.reportSick}
        </Button>
        <Button variant="default" onClick={() => setOpen('BREAK')}>
          {t.addBreak}
        </Button>
        <Button variant="default" onClick={() => setOpen('HOLIDAY')}>
          {t.askForHoliday}
        </Button>
      </Group>
      {absences.length + requests.length === 0 ? (
        <Text>{plan.noAbsence}</Text>
      ) : (
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {requests.map((request) => {
            const what = `${plan.kinds[request.kind]}, ${periodText(request)}`;
            return (
              <Entry key={request.id} what={what} about={[words.states[request.state], request.answeredBy?.displayName].filter(Boolean).join(' · ')}>
                {request.answer && <Text size="sm">{words.declinedBecause(request.answer)}</Text>}
                {(request.state === 'OPEN' || (request.state === 'APPROVED' && !hasBegun(request, now, zones))) && (
                  <Button variant="subtle" size="compact-md" aria-label={words.withdrawOf(what)} onClick={() => void withdraw(request)}>
                    {words.withdraw}
                  </Button>
                )}
              </Entry>
            );
          })}
          {absences
            .filter((absence) => !isRequested(absence))
            .map((absence) => {
              const what = `${plan.kinds[absence.kind]}, ${periodText(absence)}`;
              return (
                <Entry key={absence.id} what={what}>
                  {isAddedByMembers(absence.kind) && (
                    <Button variant="subtle" size="compact-md" aria-label={plan.remove(what)} onClick={() => void remove(absence.id)}>
                      {t.remove}
                    </Button>
                  )}
                </Entry>
              );
            })}
        </Stack>
      )}
      {open === 'HOLIDAY' && (
        <AbsenceDialog
          staffId={profile.id}
          title={t.askForHoliday}
          kinds={requested}
          submitLabel={t.send}
          save={({ kind, ...absence }: NewAbsence) => create({ ...absence, kind: kind as Requested })}
          onClose={close}
        />
      )}
      {(open === 'SICK' || open === 'BREAK') && (
        <AbsenceDialog
          key={open}
          staffId={profile.id}
          title={open === 'SICK' ? t.reportSick : t.addBreak}
          proposed={open}
          kinds={[open]}
          save={add}
          onClose={close}
        />
      )}
    </Card>
  );
}

interface EntryProps {
  what: string;
  about?: string;
  children?: ReactNode;
}

function Entry({ what, about, children }: EntryProps) {
  return (
    <Group component="li" justify="space-between" gap="xs">
      <div>
        <Text fw={600}>{what}</Text>
        {about && (
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        )}
      </div>
      {children}
    </Group>
  );
}
