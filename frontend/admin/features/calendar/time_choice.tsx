import { Menu } from '@mantine/core';
import { useState } from 'react';
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
  const [wrong, setWrong] = useState<string>();
  const time = (at: number) => format.time(instantOf(at), timeZone);

  async function block(kind: RosterAbsence['kind']) {
    const outcome = await add({ kind, note: '', times: { start: instantOf(from), end: instantOf(to) } });
    if (outcome.done) {
      onClose();
    } else {
      setWrong(outcome.errors[0]?.message);
    }
  }
  return (
    <Menu opened onClose={onClose} position="right-start" closeOnItemClick={false}>
      <Menu.Target>
        <div className={className} style={{ top, height }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t.selected(time(from), time(to), profile.displayName)}>
        <Menu.Label>{t.selected(time(from), time(to), profile.displayName)}</Menu.Label>
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
        {wrong && <Menu.Label role="alert">{wrong}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
