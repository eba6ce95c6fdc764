import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { today } from '../../session/today';
import { useAbsences } from '../work_plan';
import AbsenceOf from './absence_of';
import { rearrangingWords } from './words';

interface Props {
  staffId: string;
  name: string;
  /** The local date that is shown. */
  day: string;
  /** Whether they are known to be ill on that day. */
  isIll: boolean;
}

/** What can be done for a person on a day, on the head of their column; nothing for members. */
export default function StaffMenu({ staffId, name, day, isIll }: Props) {
  const t = useWords(rearrangingWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { add } = useAbsences(staffId);
  const navigate = useNavigate();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const [isAsking, setAsking] = useState(false);

  async function addIllness() {
    const outcome = await add({ kind: 'SICK', days: { first: day, last: day }, idempotencyKey });
    if (outcome.done) {
      renewKey();
      void navigate({ to: '/umplanen', search: { person: staffId } });
    }
  }
  return (
    keepsCustomers(useSession()) && (
      <>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" ml="auto" aria-label={t.menuOf(name)}>
              <IconDots size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {!isIll && (
              <Menu.Item onClick={() => void addIllness()}>{day === today(timeZone) ? t.illToday(name) : t.illOn(name, format.day(day))}</Menu.Item>
            )}
            <Menu.Item onClick={() => setAsking(true)}>{t.addAbsence}</Menu.Item>
            <Menu.Item onClick={() => void navigate({ to: '/umplanen', search: { person: staffId } })}>{t.titleOf(name)}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {isAsking && <AbsenceOf staffId={staffId} title={t.absenceOf(name)} proposed="SICK" day={day} onClose={() => setAsking(false)} />}
      </>
    )
  );
}
