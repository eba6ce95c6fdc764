import { Group, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useStaffChoice } from '../../api/staff_choice';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { SearchChoice } from '../../parts/search_choice';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { addDays } from '../../session/wall_clock';
import { shareOf } from './heat';
import { HeatMap } from './heat_map';
import { utilizationWords } from './words';

const utilizationQuery = graphql(`
  query Utilization($branchId: ID!, $from: LocalDate!, $to: LocalDate!, $staffIds: [ID!]) {
    utilization(branchId: $branchId, from: $from, to: $to, staffIds: $staffIds) {
      weekday
      hour
      workingMinutes
      bookedMinutes
    }
  }
`);

const usual = 28;

/** How much of the working time is booked, by weekday and hour. */
export function UtilizationPage() {
  const t = useWords(utilizationWords);
  const format = useFormat();
  const { id: branchId, timeZone } = useBranch();
  const { tage = usual, person } = useSearch({ from: '/auslastung' });
  const navigate = useNavigate({ from: '/auslastung' });
  const day = today(timeZone);
  // Past days are positive, coming days negative.
  const [from, to] = tage > 0 ? [addDays(day, 1 - tage), day] : [day, addDays(day, -tage - 1)];
  const people = useStaffChoice(branchId);
  const answer = useLiveQuery(utilizationQuery, { branchId, from, to, staffIds: person ? [person] : null });

  return (
    <Page title={t.title} intro={t.intro}>
      <Answer of={answer}>
        {({ utilization }) => {
          const share = shareOf(utilization);
          return (
            <>
              <Group>
                <Choice
                  label={t.range}
                  value={String(tage)}
                  data={[28, 84, -28].map((days) => ({ value: String(days), label: t.ranges[days] ?? '' }))}
                  onChange={(event) => {
                    const days = Number(event.currentTarget.value);
                    void navigate({ search: (before) => ({ ...before, tage: days }), replace: true });
                  }}
                />
                <SearchChoice
                  label={t.person}
                  list={people}
                  optionOf={({ id, displayName }) => ({ value: id, label: displayName })}
                  before={[{ value: '', label: t.everyone }]}
                  value={person ?? ''}
                  onChange={(id) => void navigate({ search: (before) => ({ ...before, person: id || undefined }), replace: true })}
                />
              </Group>
              {utilization.length === 0 ? (
                <Empty title={t.nothing}>
                  <Text>{t.nothingHint}</Text>
                  <Link to="/arbeitsplan">{t.toWorkPlan}</Link>
                </Empty>
              ) : (
                <>
                  {share !== undefined && <Text>{t.total(`${format.number(Math.round(share * 100))} %`)}</Text>}
                  <HeatMap hours={utilization} />
                </>
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
