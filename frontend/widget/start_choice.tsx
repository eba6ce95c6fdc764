import { useState } from 'preact/hooks';
import type { Alternative, Person, Service } from './api';
import { useSurroundings } from './widget_context';
import { daysOf } from './days';
import { DayStrip } from './day_strip';
import { Loading, Notice } from './notice';
import { PeopleChips } from './staff_chips';
import { StartGrid } from './start_grid';
import { type Own, useOffers } from './use_offers';

/** Why a start cannot be had, and what can be had instead. */
export interface Refused {
  message: string;
  alternatives: readonly Alternative[];
}

/** Where an appointment is that is to be moved: there is none to move to. */
export interface Present {
  start: string;
  staffId: string;
}

interface Props {
  service: Service;
  /** The profile that is chosen at first. */
  staffId: string | undefined;
  own: Own;
  present?: Present;
  /** Why one is here again. */
  refused: Refused | undefined;
  /** Takes a start with the one who was chosen, or with any of those who are free. */
  onTake(start: string, chosen: string | undefined, free: readonly Pick<Person, 'id' | 'displayName'>[]): Promise<Refused | undefined>;
}

/** The choice of a start, and with whom: the next free one first. */
export function StartChoice({ service, staffId: preferred, own, present, refused: before, onTake }: Props) {
  const { t, format, branch } = useSurroundings();
  const { offers, failed, read, more } = useOffers(service, own);
  const [staffId, setStaffId] = useState(preferred);
  const [chosen, setChosen] = useState<string>();
  const [refused, setRefused] = useState(before);
  const isThere = offers?.some(({ staff }) => staff.id === staffId);
  const days = daysOf(offers ?? [], isThere ? staffId : undefined, present);
  const day = days.find(({ date }) => date === chosen) ?? days[0];
  const next = days[0]?.starts[0];

  async function take(start: string, person: string | undefined, free: readonly Pick<Person, 'id' | 'displayName'>[]) {
    const refusal = await onTake(start, person, free);
    if (refusal) {
      setRefused(refusal);
      read();
    }
  }
  return (
    <>
      {refused && (
        <Notice text={refused.message}>
          {refused.alternatives.length > 0 && <p>{t.takenHint}</p>}
          {refused.alternatives.map(({ start, staff }) => (
            <button type="button" class="plain" key={`${start} ${staff.id}`} onClick={() => void take(start, staff.id, [staff])}>
              {format.moment(start)} {t.with(staff.displayName)}
            </button>
          ))}
        </Notice>
      )}
      {failed && (
        <Notice text={t.unreachable}>
          <button type="button" class="plain" onClick={read}>
            {t.again}
          </button>
        </Notice>
      )}
      {!offers && !failed && <Loading text={t.loading} />}
      {offers && <PeopleChips people={offers.map(({ staff }) => staff)} chosen={staffId} onChoose={setStaffId} />}
      {next && (
        <button type="button" class="next" onClick={() => void take(next.at, isThere ? staffId : undefined, next.people)}>
          <small>{t.next}</small>
          <strong>{format.moment(next.at)}</strong>
          <small>{t.with(next.people.length > 1 && !isThere ? t.anyone : (next.people[0]?.displayName ?? ''))}</small>
        </button>
      )}
      {offers && days.length === 0 && (
        <p>
          {t.noStart} {branch.phone}
        </p>
      )}
      {day && (
        <>
          <h2>{t.later}</h2>
          <DayStrip days={days} chosen={day.date} onChoose={setChosen} />
          <StartGrid day={day} onTake={({ at, people }) => void take(at, isThere ? staffId : undefined, people)} />
        </>
      )}
      {offers && more && (
        <button type="button" class="plain" onClick={more}>
          {t.laterDays}
        </button>
      )}
      {next && format.own(next.at) && <p class="hint">{t.zone(branch.timeZone)}</p>}
    </>
  );
}
