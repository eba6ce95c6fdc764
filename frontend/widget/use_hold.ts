import { type Payload, request, type Hold, type Service } from './api';
import { holdsPerChain } from '../limits';
import { useWidget } from './widget_context';
import { minutesOf } from './format';
import { operations } from './operations';
import type { Refusal } from './start_choice';
import { useProof } from './use_proof';

/** The result of reserving a start. */
export type HoldResult = { hold: Hold } | Refusal;

/** Returns functions that reserve a start, replacing the previous hold, and that release a hold, and the sign of a proof's progress. */
export function useHold() {
  const { preset, branch, language, t } = useWidget();
  const { prove, progress } = useProof();

  return {
    progress,
    async reserve({ id }: Service, start: string, staffId: string | undefined, previous: Hold | undefined): Promise<HoldResult> {
      await previous?.released; // otherwise the release could remove the new hold
      const before = previous?.released ? undefined : previous;
      try {
        const holdTime = minutesOf(branch.bookingRules.hold) * 60_000;
        const since = before?.since ?? Date.now();
        let until = 0;
        const answer = await prove(async (proof) => {
          until = Math.min(Date.now() + holdTime, since + holdsPerChain * holdTime);
          const input = { branchId: branch.id, serviceId: id, staffId: staffId ?? null, start, secret: before?.secret, proof };
          return (await request<{ answer: Payload }>(preset.origin, language, operations.hold, { input })).answer;
        });
        if (answer.hold) {
          const isAsBefore = before?.start === answer.hold.start && before.staff.id === answer.hold.staff.id;
          return { hold: { ...answer.hold, since, until: isAsBefore ? before.until : until } };
        }
        const [wrong] = answer.userErrors;
        return { message: wrong?.code === 'START_TAKEN' ? t.taken : (wrong?.message ?? t.unreachable), alternatives: answer.alternatives ?? [] };
      } catch {
        return { message: t.unreachable, alternatives: [] };
      }
    },
    async release({ secret }: Hold): Promise<void> {
      try {
        await request(preset.origin, language, operations.release, { input: { secret } });
      } catch {
        // The hold expires anyway.
      }
    },
  };
}
