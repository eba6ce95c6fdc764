import type { StaffProfile } from './api';
import { useWidget } from './widget_context';

interface Props {
  profiles: readonly StaffProfile[];
  chosen: string | undefined;
  onChoose(staffId: string | undefined): void;
}

/** The choice of a profile if there are several; anyone by default. */
export function StaffChips({ profiles, chosen, onChoose }: Props) {
  const { t } = useWidget();
  if (profiles.length < 2) {
    return null;
  }
  return (
    <fieldset class="chips" aria-label={t.staff}>
      <button type="button" class="chip" aria-pressed={!profiles.some(({ id }) => id === chosen)} onClick={() => onChoose(undefined)}>
        {t.anyone}
      </button>
      {profiles.map(({ id, displayName, color }) => (
        <button type="button" class="chip" key={id} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          <i style={{ background: color }} />
          {displayName}
        </button>
      ))}
    </fieldset>
  );
}
