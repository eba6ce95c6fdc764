import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
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
    <Choice
      label={t.person}
      value={chosen}
      data={people.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
