import { Switch } from '@mantine/core';
import type { Category } from '../../api/catalog';
import { useSetCompetencies } from '../../api/competency';
import { useWords } from '../../language/words';
import type { Readiness } from './video_calls_query';
import { videoTargets } from './video_targets';
import { videoCallsWords } from './words';

interface Props {
  readiness: Readiness;
  categories: readonly Category[];
}

/** Switches the competencies for all video services of a profile. */
export function VideoSwitch({ readiness: { staff, requirements }, categories }: Props) {
  const t = useWords(videoCallsWords);
  const setCompetencies = useSetCompetencies();
  const targets = videoTargets(categories);

  return (
    <Switch
      aria-label={t.offeredBy(staff.displayName)}
      checked={requirements.some(({ code, met }) => code === 'VIDEO_COMPETENCY' && met)}
      disabled={targets.length === 0}
      onChange={(event) => void setCompetencies(staff, targets, event.currentTarget.checked)}
    />
  );
}
