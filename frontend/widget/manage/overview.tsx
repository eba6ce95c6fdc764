import { CalendarLinks } from '../calendar_links';
import { useClosingWords } from '../closing_words';
import { useWidget } from '../widget_context';
import { bookAddress } from '../book_address';
import { later } from '../later';
import { Step } from '../step';
import { Summary } from '../summary';
import { type Appointment, delayOf, mayJoin, stageOf } from './appointment';
import { useManageWords } from './manage_words';
import { useNow } from './use_now';

const KeepLink = later(() => import('../keep_link'));

interface Props {
  appointment: Appointment;
  /** Whether the appointment has just been moved. */
  isMoved: boolean;
  onMove(): void;
  onCancel(): void;
}

/** The appointment, and the actions available to the customer. */
export function Overview({ appointment, isMoved, onMove, onCancel }: Props) {
  const { language, format, preset, branch } = useWidget();
  const t = useClosingWords();
  const own = useManageWords();
  const { service, start, staff, joinUrl, changeableUntil } = appointment;
  const now = useNow();
  const stage = stageOf(appointment, now);
  const isAhead = stage === 'changeable' || stage === 'fixed';
  const canJoin = joinUrl && mayJoin(appointment, now);
  const delay = delayOf(appointment, now);

  return (
    <Step title={own.titles[stage]} depth={1}>
      {isMoved && (
        <output class="well">
          {own.moved} {branch.sendsMail && t.confirmed}
        </output>
      )}
      <output class={delay ? 'well' : undefined}>{delay && <span key={delay.until}>{own.delayed(delay.minutes, format.time(delay.until))}</span>}</output>
      <Summary key={start} service={service} start={start} staff={staff.displayName} />
      {canJoin && <p class="hint">{t.joinHint}</p>}
      {stage === 'changeable' && <p class="hint">{own.until(format.moment(changeableUntil))}</p>}
      {stage === 'fixed' && <p>{own.tooLate}</p>}
      <div class="actions">
        {canJoin && (
          <a class="plain" href={joinUrl}>
            {t.join}
          </a>
        )}
        {stage === 'changeable' && (
          <>
            <button type="button" class="plain" onClick={onMove}>
              {own.change}
            </button>
            <button type="button" class="plain" onClick={onCancel}>
              {own.cancel}
            </button>
          </>
        )}
        {(stage === 'over' || stage === 'cancelled') && (
          <a class="plain" href={bookAddress({ ...preset, language, service: service.id })}>
            {own.bookAgain}
          </a>
        )}
        {isAhead && <CalendarLinks service={service} booked={appointment} />}
      </div>
      {stage === 'changeable' && !branch.sendsMail && <KeepLink url={appointment.manageUrl} />}
      <p class="contact">
        {branch.phone && <a href={`tel:${branch.phone}`}>{branch.phone}</a>}
        {branch.email && <a href={`mailto:${branch.email}`}>{branch.email}</a>}
      </p>
    </Step>
  );
}
