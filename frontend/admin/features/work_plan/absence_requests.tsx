import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/words';
import { usePeriodText } from './absence_period';
import type { AbsenceRequest } from './absence_request_query';
import { absenceRequestWords } from './absence_request_words';
import { ApproveDialog } from './approve_dialog';
import { DeclineDialog } from './decline_dialog';
import { useAbsenceRequests } from './use_absence_requests';
import { workPlanWords } from './words';

interface Props {
  /** The open ones; with the person, if there are several. */
  list: readonly (AbsenceRequest & { staff?: { displayName: string } })[];
}

/** The absences that a person asks for, to approve or decline. */
export function AbsenceRequests({ list }: Props) {
  const t = useWords(absenceRequestWords);
  const plan = useWords(workPlanWords);
  const periodText = usePeriodText();
  const { approve, decline } = useAbsenceRequests();
  const [open, setOpen] = useState<{ id: string; what: string; answer: 'approve' | 'decline' }>();
  const close = () => setOpen(undefined);
  return (
    <Card withBorder component="section" aria-label={t.title}>
      <Title order={2}>{t.title}</Title>
      <Text c="dimmed" my="sm">
        {t.intro}
      </Text>
      <Stack component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {list.map(({ id, kind, note, staff, ...period }) => {
          const what = [staff?.displayName, plan.kinds[kind], periodText(period)].filter(Boolean).join(', ');
          return (
            <Group key={id} component="li" justify="space-between">
              <div>
                <Text fw={600}>{what}</Text>
                {note && (
                  <Text size="sm" c="dimmed">
                    {note}
                  </Text>
                )}
              </div>
              <Group gap="xs">
                <Button aria-label={t.approveOf(what)} onClick={() => setOpen({ id, what, answer: 'approve' })}>
                  {t.approve}
                </Button>
                <Button variant="default" aria-label={t.declineOf(what)} onClick={() => setOpen({ id, what, answer: 'decline' })}>
                  {t.decline}
                </Button>
              </Group>
            </Group>
          );
        })}
      </Stack>
      {open?.answer === 'approve' && <ApproveDialog {...open} approve={() => approve(open.id)} onClose={close} />}
      {open?.answer === 'decline' && <DeclineDialog {...open} decline={(answer) => decline(open.id, answer)} onClose={close} />}
    </Card>
  );
}
