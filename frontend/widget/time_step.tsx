import { useState } from 'preact/hooks';
import type { Alternative, Hold, Service } from './api';
import { useSurroundings } from './context';
import { daysOf } from './days';
import { DayStrip } from './day_strip';
import { Loading, Notice } from './notice';
import { PeopleChips } from './people_chips';
import { ServiceFacts } from './service_facts';
import { StartGrid } from './start_grid';
import { Step } from './step';
import { useHold } from './use_hold';
import { useOffers } from './use_offers';

interface Props {
  service: Service;
  /** Why one is here again. */
  problem: string | undefined;
  onBack: (() => void) | undefined;
  onHold(hold: Hold): void;
}

/** When, and with whom: the next free start first. */
export function TimeStep({ service, problem, onBack, onHold }: Props) {
  const { t, format, preset, branch } = useSurroundings();
  const { offers, failed, read, more } = useOffers(service);
  const { hold } = useHold();
  const [staffId, setStaffId] = useState(preset.staff);
  const [chosen, setChosen] = useState<string>();
  const [refused, setRefused] = useState<{ message: string; alternatives: readonly Alternative[] }>();
  const days = daysOf(offers ?? [], offers?.some(({ staff }) => staff.id === staffId) ? staffId : undefined);
  const day = days.find(({ date }) => date === chosen) ?? days[0];
  const next = days[0]?.starts[0];

  async function take(start: string, person: string | undefined) {
    const held = await hold(service, start, person);
    if ('hold' in held) {
      onHold(held.hold);
    } else {
      setRefused(held);
      read();
    }
  }
  return (
    <Step title={t.time} number={2} onBack={onBack}>
      <p class="about">
        {service.name} · <ServiceFacts service={service} />
      </p>
      {problem && !refused && <Notice text={problem} />}
      {refused && (
        <Notice text={refused.message}>
          {refused.alternatives.length > 0 && <p>{t.takenHint}</p>}
          {refused.alternatives.map(({ start, staff }) => (
            <button type="button" class="plain" key={`${start} ${staff.id}`} onClick={() => void take(start, staff.id)}>
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
        <button type="button" class="next" onClick={() => void take(next.at, staffId)}>
          <small>{t.next}</small>
          <strong>{format.moment(next.at)}</strong>
          <small>{t.with(next.people.length > 1 && !staffId ? t.anyone : (next.people[0]?.displayName ?? ''))}</small>
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
          <StartGrid day={day} onTake={(start) => void take(start, staffId)} />
        </>
      )}
      {offers && more && (
        <button type="button" class="plain" onClick={more}>
          {t.laterDays}
        </button>
      )}
      {new Intl.DateTimeFormat().resolvedOptions().timeZone !== branch.timeZone && <p class="hint">{t.zone(branch.timeZone)}</p>}
    </Step>
  );
}
