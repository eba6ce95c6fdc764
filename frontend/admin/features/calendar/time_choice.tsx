import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { useAbsences, workPlanWords } from '../work_plan';
import { instantOf, type Span } from './board_scale';
import type { Profile, RosterAbsence } from './calendar_query';
import { calendarWords } from './words';

interface Props extends Span {
  profile: Profile;
  className: string | undefined;
  /** In pixels from the top of the column. */
  top: number;
  /** In pixels. */
  height: number;
  onAppointment(): void;
  onClose(): void;
}

/** The kinds of a blocked time that is shorter than a day. */
const offered: readonly RosterAbsence['kind'][] = ['BREAK', 'OTHER'];

/** What becomes of free time that was selected: an appointment, or blocked time. */
export function TimeChoice({ profile, from, to, className, top, height, onAppointment, onClose }: Props) {
  const t = useWords(calendarWords);
  const kinds = useWords(workPlanWords).kinds;
  const format = useFormat();
  const { timeZone } = useBranch();
  const mayBlock = keepsCustomers(useSession());
  const { add } = useAbsences(profile.id);
  const { idempotencyKey } = useIdempotencyKey(); // one selection is blocked once
  const time = (at: number) => format.time(instantOf(at), timeZone);
  const when = `${time(from)}–${time(to)}`;

  async function block(kind: RosterAbsence['kind']) {
    const outcome = await add({ kind, note: '', idempotencyKey, times: { start: instantOf(from), end: instantOf(to) } });
    if (outcome.done) {
      onClose();
    }
    for (const { code, message } of outcome.done ? [] : outcome.errors) {
      if (code !== 'UNREACHABLE') {
        notifications.show({ color: 'red', message }); // as no form shows what was wrong with the times
      }
    }
  }
  return (
    <Menu opened onClose={onClose} position="right-start" closeOnItemClick={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={className} style={{ top, height }} aria-label={`${when}, ${profile.displayName}`}>
          {when}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            onClose();
            onAppointment();
          }}
        >
          {t.newAppointment}
        </Menu.Item>
        {mayBlock &&
          offered.map((kind) => (
            <Menu.Item key={kind} onClick={() => void block(kind)}>
              {t.block}: {kinds[kind]}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
