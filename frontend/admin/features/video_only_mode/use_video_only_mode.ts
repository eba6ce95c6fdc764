import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { type Mode, videoOnlyModeEnd, videoOnlyModeStart } from './video_only_mode_query';
import { videoOnlyModeWords } from './words';

export type Input = VariablesOf<typeof videoOnlyModeStart>['input'];

/** Returns functions that start and end video-only mode; each undoes the other. */
export function useVideoOnlyMode() {
  const t = useWords(videoOnlyModeWords);
  const { id: branchId, timeZone } = useBranch();
  const { client } = useApi();
  const change = useChange();

  return {
    async start(input: Input) {
      let id = '';
      const outcome = await change(
        videoOnlyModeStart,
        { input },
        { done: t.started, undo: () => send(client, videoOnlyModeEnd, { input: { id } }), fields: ['from', 'until', 'staffIds', 'hours', 'message'] },
      );
      id = outcome.payload?.videoOnlyMode?.id ?? '';
      return outcome;
    },
    end({ id, from, until, staff, hours, message }: Mode) {
      const day = today(timeZone);
      const again: Input = {
        branchId,
        from: from < day ? day : from,
        until,
        staffIds: staff.map((one) => one.id),
        hours: hours?.map(({ weekday, ...times }) => ({ weekday, from: times.from, to: times.to })) ?? null,
        message,
      };
      return change(videoOnlyModeEnd, { input: { id } }, { done: t.ended, undo: () => send(client, videoOnlyModeStart, { input: again }) });
    },
  };
}
