import { type Answer, ask, type Hold, type Service } from './api';
import { useSurroundings } from './context';
import { minutesOf } from './format';
import { operations } from './operations';
import type { Refused } from './start_choice';

/** What has become of the wish for a start. */
export type Held = { hold: Hold } | Refused;

/** Gives the ways to reserve a start and to give it up. */
export function useHold() {
  const { preset, branch, language, t } = useSurroundings();

  return {
    async hold({ id }: Service, start: string, staffId: string | undefined): Promise<Held> {
      try {
        const until = Date.now() + minutesOf(branch.bookingRules.hold) * 60_000;
        const input = { branchId: branch.id, serviceId: id, staffId: staffId ?? null, start };
        const { answer } = await ask<{ answer: Answer }>(preset.origin, language, operations.hold, { input });
        if (answer.hold) {
          return { hold: { ...answer.hold, until } };
        }
        const [wrong] = answer.userErrors;
        return { message: wrong?.code === 'START_TAKEN' ? t.taken : (wrong?.message ?? t.unreachable), alternatives: answer.alternatives ?? [] };
      } catch {
        return { message: t.unreachable, alternatives: [] };
      }
    },
    async release({ secret }: Hold): Promise<void> {
      try {
        await ask(preset.origin, language, operations.release, { input: { secret } });
      } catch {
        // It ends by itself.
      }
    },
  };
}
