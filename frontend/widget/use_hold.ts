import { type Answer, ask, type Hold, type Service } from './api';
import { useSurroundings } from './widget_context';
import { minutesOf } from './format';
import { operations } from './operations';
import type { Refused } from './start_choice';

/** What has become of the wish for a start. */
export type Held = { hold: Hold } | Refused;

/** Gives the ways to reserve a start, in the place of the one before, and to give it up. */
export function useHold() {
  const { preset, branch, language, t } = useSurroundings();

  return {
    async reserve({ id }: Service, start: string, staffId: string | undefined, given: Hold | undefined): Promise<Held> {
      await given?.gone; // else its end could be that of what has taken its place
      const before = given?.gone ? undefined : given;
      try {
        const until = Date.now() + minutesOf(branch.bookingRules.hold) * 60_000;
        const input = { branchId: branch.id, serviceId: id, staffId: staffId ?? null, start, secret: before?.secret };
        const { answer } = await ask<{ answer: Answer }>(preset.origin, language, operations.hold, { input });
        if (answer.hold) {
          const isAsBefore = before?.start === answer.hold.start && before.staff.id === answer.hold.staff.id;
          return { hold: { ...answer.hold, until: isAsBefore ? before.until : until } };
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
