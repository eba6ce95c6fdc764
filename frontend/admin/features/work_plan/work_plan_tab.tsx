import { Stack } from '@mantine/core';
import { now } from '../../../environment/clock';
import { useLiveQuery } from '../../api/live_query';
import { timesOf } from '../../api/touches';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { isManager, useSession } from '../../session/session';
import { today } from '../../session/today';
import type { AbsenceRequest } from './absence_request_query';
import { AbsenceRequests } from './absence_requests';
import { Absences } from './absences';
import { FormerPlans } from './former_plans';
import { Overrides } from './overrides';
import { PlanEditor } from './plan_editor';
import { workPlanQuery } from './work_plan_query';

const isOpen = ({ state }: AbsenceRequest) => state === 'OPEN';

/** The work plan, exceptions and absences of a profile in the branch; receptionists enter absences only. */
export function WorkPlanTab({ staffId }: { staffId: string }) {
  const { id: branchId, timeZone } = useBranch();
  const session = useSession();
  const day = today(timeZone);
  const answer = useLiveQuery(workPlanQuery, { staffId, branchId, exceptionsFrom: day }, { touches: timesOf(staffId) });
  return (
    <Answer of={answer}>
      {({ node }) =>
        node?.__typename === 'Staff' && (
          <Stack>
            {isManager(session) && node.absenceRequests.some(isOpen) && <AbsenceRequests list={node.absenceRequests.filter(isOpen)} />}
            {isManager(session) && (
              <>
                <PlanEditor key={`${staffId} ${branchId}`} staffId={staffId} plans={node.workPlans} />
                <FormerPlans staffId={staffId} plans={node.workPlans} />
                <Overrides staffId={staffId} shown={{ from: day, list: node.shiftOverrides }} />
              </>
            )}
            <Absences
              staffId={staffId}
              list={node.absences.filter(({ lastDay, end }) => (lastDay ? lastDay >= day : Date.parse(end ?? '') > now()))}
            />
          </Stack>
        )
      }
    </Answer>
  );
}
