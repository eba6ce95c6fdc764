import type { BookableStaff } from './api';
import { Photo } from './photo';
import { useWidget } from './widget_context';

interface Props {
  staff: readonly BookableStaff[];
  chosen: string | undefined;
  onChoose(staffId: string | undefined): void;
}

/** The choice of a profile if there are several, each with its next start; anyone by default. */
export function StaffChips({ staff, chosen, onChoose }: Props) {
  const { t, format } = useWidget();
  if (staff.length < 2) {
    return null;
  }
  return (
    <fieldset class="chips" aria-label={t.staff}>
      <button type="button" class="chip" aria-pressed={!chosen} onClick={() => onChoose(undefined)}>
        {t.anyone}
      </button>
      {staff.map(({ staff: person, nextStart }) => (
        <button type="button" class="chip" key={person.id} aria-pressed={person.id === chosen} onClick={() => onChoose(person.id)}>
          {person.photo ? <Photo staff={person} /> : <i style={{ background: person.color }} />}
          <span>
            {person.displayName}
            {' '}
            <small key={nextStart}>{nextStart ? t.freeFrom(format.shortMoment(nextStart)) : t.nothing}</small>
          </span>
        </button>
      ))}
    </fieldset>
  );
}
