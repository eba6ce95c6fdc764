import type { Person } from './api';
import { useSurroundings } from './widget_context';

interface Props {
  people: readonly Person[];
  chosen: string | undefined;
  onChoose(staffId: string | undefined): void;
}

/** With whom, when there are several; at first with anyone. */
export function PeopleChips({ people, chosen, onChoose }: Props) {
  const { t } = useSurroundings();
  if (people.length < 2) {
    return null;
  }
  return (
    <fieldset class="chips" aria-label={t.people}>
      <button type="button" class="chip" aria-pressed={!people.some(({ id }) => id === chosen)} onClick={() => onChoose(undefined)}>
        {t.anyone}
      </button>
      {people.map(({ id, displayName, color }) => (
        <button type="button" class="chip" key={id} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          <i style={{ background: color }} />
          {displayName}
        </button>
      ))}
    </fieldset>
  );
}
