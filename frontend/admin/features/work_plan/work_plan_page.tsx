import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResultOf } from '../../api/graphql';
import { everyPage, usePagedQuery } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { isManager, useSession } from '../../session/session';
import { today } from '../../session/today';
import { addDays } from '../../session/wall_clock';
import { ClearDialog } from './clear_dialog';
import { mondayOf } from './monday';
import type { Shown } from './shown_plans';
import { WeekTable } from './week_table';
import { workPlanWords } from './words';
import { weekQuery } from './work_plan_query';

/** Returns the plans of a page of the staff, each with the roster that came with it. */
const withRoster = ({ staff, roster }: ResultOf<typeof weekQuery>) => ({ ...staff, nodes: staff.nodes.map((plans) => ({ plans, roster })) });

/** The roster of a week; receptionists only read it. */
export function WorkPlanPage() {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { id: branchId, timeZone } = useBranch();
  const setsUp = isManager(useSession());
  const { woche } = useSearch({ from: '/arbeitsplan' });
  const navigate = useNavigate({ from: '/arbeitsplan' });
  const monday = mondayOf(woche ?? today(timeZone));
  const sunday = addDays(monday, 6);
  const day = today(timeZone);
  const exceptionsFrom = monday < day ? monday : day;
  const answer = usePagedQuery(weekQuery, { branchId, from: monday, to: sunday, exceptionsFrom }, withRoster, { pages: everyPage });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<Shown>(); // when the dialog opened
  const show = (week: string | undefined) => void navigate({ search: (before) => ({ ...before, woche: week }) });

  return (
    <Page
      title={t.title}
      intro={setsUp ? t.intro : t.introToRead}
      actions={
        <>
          <ActionIcon variant="default" size={36} aria-label={t.previousWeek} onClick={() => show(addDays(monday, -7))}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <Button variant="default" onClick={() => show(undefined)}>
            {t.thisWeek}
          </Button>
          <ActionIcon variant="default" size={36} aria-label={t.nextWeek} onClick={() => show(addDays(monday, 7))}>
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
        </>
      }
    >
      <Group justify="space-between">
        <Text fw={600}>{t.weekOf(format.date(monday), format.date(sunday))}</Text>
        {setsUp && (
          <Group gap="xs">
            <Text size="sm" c="dimmed" aria-live="polite">
              {t.selected(chosen.length)}
            </Text>
            <Button variant="default" disabled={chosen.length === 0} onClick={() => setShown(answer.data && { from: exceptionsFrom, staff: answer.data.nodes.map(({ plans }) => plans) })}>
              {t.clear}
            </Button>
          </Group>
        )}
      </Group>
      <Answer of={answer}>
        {({ nodes }) => {
          const roster = nodes[0]?.roster ?? [];
          const people = roster[0]?.staff.map(({ profile }) => profile) ?? [];
          if (people.length === 0) {
            return (
              <Empty title={t.nobody}>
                {setsUp && <Text>{t.nobodyHint}</Text>}
              </Empty>
            );
          }
          return (
            <>
              <WeekTable days={roster} people={people} chosen={chosen} onChoose={setsUp ? setChosen : undefined} />
              {shown && (
                <ClearDialog
                  people={people.filter(({ id }) => chosen.includes(id))}
                  shown={shown}
                  onClose={() => setShown(undefined)}
                  onDone={() => {
                    setShown(undefined);
                    setChosen([]);
                  }}
                />
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
