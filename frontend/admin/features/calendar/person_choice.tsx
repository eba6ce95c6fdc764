import { NativeSelect } from '@mantine/core';
import { useWords } from '../../language/words';
import type { Profile } from './calendar_query';
import { calendarWords } from './words';

interface Props {
  people: readonly Profile[];
  chosen: string;
  onChoose(staffId: string): void;
}

/** Chooses the column on narrow screens. */
export function PersonChoice({ people, chosen, onChoose }: Props) {
  const t = useWords(calendarWords);
  return (
    <NativeSelect
      label={t.person}
      value={chosen}
      data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
