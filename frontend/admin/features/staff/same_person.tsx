import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useStaffChoice } from '../../api/staff_choice';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { SearchChoice } from '../../parts/search_choice';
import type { Profile } from './profile_query';
import { staffSamePersonSet } from './staff_changes';
import { staffWords } from './words';

interface Props {
  profile: Profile;
  disabled: boolean;
}

/** Shows which other profiles belong to the same person, and chooses another. */
export function SamePerson({ profile: { id, samePersonAs }, disabled }: Props) {
  const t = useWords(staffWords);
  const format = useFormat();
  const { client } = useApi();
  const change = useChange();
  const people = useStaffChoice(null);
  const [wrong, setWrong] = useState<string>();
  const [current] = samePersonAs;
  const others = people.nodes?.filter((one) => one.id !== id && !samePersonAs.some((same) => same.id === one.id));
  const before = [
    { value: '', label: t.ownPerson },
    ...(current ? [{ value: current.id, label: format.list(samePersonAs.map(({ displayName }) => displayName)) }] : []),
  ];

  async function choose(otherId: string) {
    const outcome = await change(staffSamePersonSet, { input: { id, samePersonAs: otherId || null } }, {
      fields: ['samePersonAs'],
      undo: () => send(client, staffSamePersonSet, { input: { id, samePersonAs: current?.id ?? null } }),
    });
    setWrong(outcome.done ? undefined : outcome.errors.find(({ field }) => field[0] === 'samePersonAs')?.message);
  }
  return (
    <SearchChoice
      label={t.samePersonAs}
      description={t.samePersonHint}
      disabled={disabled}
      error={wrong}
      list={{ ...people, nodes: others }}
      optionOf={({ id: value, displayName }) => ({ value, label: displayName })}
      before={before}
      value={current?.id ?? ''}
      otherwise={before[1]?.label}
      onChange={(otherId) => void choose(otherId)}
    />
  );
}
