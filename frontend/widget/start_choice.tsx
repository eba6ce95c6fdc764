import { useState } from 'preact/hooks';
import type { Alternative, StaffProfile, Service } from './api';
import { useWidget } from './widget_context';
import { daysOf } from './days';
import { DayStrip } from './day_strip';
import { Loading, Notice } from './notice';
import { StaffChips } from './staff_chips';
import { StartGrid } from './start_grid';
import { type OwnSecrets, useOffers } from './use_offers';

/** Why a start is not available, with alternatives. */
export interface Refusal {
  message: string;
  alternatives: readonly Alternative[];
}

/** The current start of an appointment to be moved, which is not offered. */
export interface CurrentStart {
  start: string;
  staffId: string;
}

interface Props {
  service: Service;
  /** ID of the profile that is selected initially. */
  staffId: string | undefined;
  own: OwnSecrets;
  current?: CurrentStart;
  /** Why the previous choice was rejected. */
  refused: Refusal | undefined;
  /** Selects a start with the chosen profile, or with any of those available. */
  onTake(start: string, chosen: string | undefined, free: readonly Pick<StaffProfile, 'id' | 'displayName'>[]): Promise<Refusal | undefined>;
}

/** The choice of a start and a staff member; the next available start comes first. */
export function StartChoice({ service, staffId: preferred, own, current, refused: before, onTake }: Props) {
  const { t, format, branch } = useWidget();
  const { offers, failed, read, more } = useOffers(service, own);
  const [staffId, setStaffId] = useState(preferred);
  const [chosen, setChosen] = useState<string>();
  const [refused, setRefused] = useState(before);
  const isOffered = offers?.some(({ staff }) => staff.id === staffId);
  const days = daysOf(offers ?? [], isOffered ? staffId : undefined, current);
  const day = days.find(({ date }) => date === chosen) ?? days[0];
  const next = days[0]?.starts[0];

  async function take(start: string, profileId: string | undefined, free: readonly Pick<StaffProfile, 'id' | 'displayName'>[]) {
    const refusal = await onTake(start, profileId, free);
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
      {offers && <StaffChips profiles={offers.map(({ staff }) => staff)} chosen={staffId} onChoose={setStaffId} />}
      {next && (
        <button type="button" class="next" onClick={() => void take(next.at, isOffered ? staffId : undefined, next.staff)}>
          <small>{t.next}</small>
          <strong>{format.moment(next.at)}</strong>
          <small>{t.with(next.staff.length > 1 && !isOffered ? t.anyone : (next.staff[0]?.displayName ?? ''))}</small>
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
          <StartGrid day={day} onTake={({ at, staff }) => void take(at, isOffered ? staffId : undefined, staff)} />
        </>
      )}
      {offers && more && (
        <button type="button" class="plain" onClick={more}>
          {t.laterDays}
        </button>
      )}
      {next && (!format.knowsCustomerZone || format.customerTime(next.at)) && <p class="hint">{t.zone(format.zone)}</p>}
    </>
  );
}
