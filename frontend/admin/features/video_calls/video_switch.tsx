import { Switch } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import type { Category, Readiness } from './video_calls_query';
import { saidOf, videoTargets } from './video_targets';
import { videoCallsWords } from './words';

/** Sets one competency. */
export const competencySet = graphql(`
  mutation StaffCompetencySet($input: StaffCompetencySetInput!) {
    staffCompetencySet(input: $input) {
      staff {
        id
        competencies {
          category {
            id
            name
          }
          service {
            id
            name
          }
          qualified
        }
      }
      strandedAppointments {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface Props {
  readiness: Readiness;
  categories: readonly Category[];
}

/** Whether a person consults by video: a yes or no for everything that is given so. */
export function VideoSwitch({ readiness: { staff, requirements }, categories }: Props) {
  const t = useWords(videoCallsWords);
  const { client } = useApi();
  const change = useChange();
  const isOn = requirements.some(({ code, met }) => code === 'VIDEO_COMPETENCY' && met);
  const targets = videoTargets(categories);

  async function set(qualified: boolean) {
    const before = targets.map((target) => ({ ...target, qualified: saidOf(staff, target) }));
    async function undo() {
      let outcome;
      for (const input of before) {
        outcome = await send(client, competencySet, { input: { staffId: staff.id, ...input } });
      }
      return outcome ?? { done: true as const, payload: undefined, stranded: 0 };
    }
    for (const target of targets) {
      await change(competencySet, { input: { staffId: staff.id, ...target, qualified } }, { undo });
    }
  }

  return (
    <Switch
      aria-label={t.offeredBy(staff.displayName)}
      checked={isOn}
      disabled={targets.length === 0}
      onChange={(event) => void set(event.currentTarget.checked)}
    />
  );
}
