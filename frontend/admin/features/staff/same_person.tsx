import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import type { Profile } from './profile_query';
import { staffSamePersonSet } from './staff_changes';
import { staffWords } from './words';

const peopleQuery = graphql(`
  query SamePersonChoice {
    staff {
      id
      displayName
    }
  }
`);

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
  const { data } = useLiveQuery(peopleQuery, {});
  const [wrong, setWrong] = useState<string>();
  const [current] = samePersonAs;
  const others = data?.staff.filter((one) => one.id !== id && !samePersonAs.some((same) => same.id === one.id)) ?? [];
  const options = [
    { value: '', label: t.ownPerson },
    ...(current ? [{ value: current.id, label: format.list(samePersonAs.map(({ displayName }) => displayName)) }] : []),
    ...others.map(({ id: value, displayName: label }) => ({ value, label })),
  ];

  async function choose(otherId: string) {
    const outcome = await change(staffSamePersonSet, { input: { id, samePersonAs: otherId || null } }, {
      fields: ['samePersonAs'],
      undo: () => send(client, staffSamePersonSet, { input: { id, samePersonAs: current?.id ?? null } }),
    });
    setWrong(outcome.done ? undefined : outcome.errors.find(({ field }) => field[0] === 'samePersonAs')?.message);
  }
  return (
    <Choice
      label={t.samePersonAs}
      description={t.samePersonHint}
      disabled={disabled}
      error={wrong}
      value={current?.id ?? ''}
      data={options}
      onChange={(event) => void choose(event.currentTarget.value)}
    />
  );
}
