import { today } from '../../session/today';
import type { OwnProfile } from './own_day_query';

type Absence = OwnProfile['absences'][number];

/** Reports whether members add and remove absences of a kind themselves; for the others they ask. */
export const isAddedByMembers = (kind: Absence['kind']): boolean => kind === 'SICK' || kind === 'BREAK';

const dayLength = 86_400_000;

/** Reports whether an absence has ended at an instant, in milliseconds; one of whole days not before it has in every time zone. */
export const hasEnded = ({ lastDay, end }: Pick<Absence, 'lastDay' | 'end'>, now: number): boolean =>
  lastDay ? Date.parse(lastDay) + 2 * dayLength <= now : Date.parse(end ?? '') <= now;

/** Reports whether an absence has begun at an instant, in milliseconds, in one of the time zones. */
export const hasBegun = ({ firstDay, start }: Pick<Absence, 'firstDay' | 'start'>, now: number, zones: readonly string[]): boolean =>
  firstDay ? zones.some((zone) => firstDay <= today(zone, now)) : Date.parse(start ?? '') <= now;
