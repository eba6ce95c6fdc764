import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { Exceptions } from './exceptions';
import { openingHoursQuery } from './opening_hours_query';
import { WeeklyHours } from './weekly_hours';
import { openingHoursWords } from './words';

/** The opening hours: weekly hours and exceptions. */
export function OpeningHoursPage() {
  const t = useWords(openingHoursWords);
  const { id, timeZone } = useBranch();
  const from = today(timeZone);
  const answer = useLiveQuery(openingHoursQuery, { branchId: id, from }, { touches: setUp });
  return (
    <Page title={t.title} intro={t.intro} width="form">
      <Answer of={answer}>
        {({ branch }) =>
          branch && (
            <>
              <WeeklyHours key={id} branch={branch} />
              <Exceptions from={from} list={branch.openingExceptions} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
