import type { Booked, Service } from './api';
import { CalendarLinks } from './calendar_links';
import { useClosingWords } from './closing_words';
import { Deadline } from './deadline';
import type { Contact } from './kept';
import { later } from './later';
import { useWidget } from './widget_context';
import { Step } from './step';
import { Summary } from './summary';

const KeepLink = later(() => import('./keep_link'));

interface Props {
  service: Service;
  booked: Booked;
  /** What an attempt had sent whose answer was lost; what the customer wrote afterwards was not taken. */
  earlier?: Contact | undefined;
  onBack(): void;
}

/** The confirmation, with links to the call, the calendar and the page that changes the appointment. */
export function DoneStep({ service, booked, earlier, onBack }: Props) {
  const { branch } = useWidget();
  const t = useClosingWords();
  return (
    <Step title={t.done} depth={4} isLast onBack={onBack} hasBackButton={false}>
      <span class="tick" aria-hidden="true">
        ✓
      </span>
      <Summary service={service} start={booked.start} staff={booked.staff} />
      {earlier && <p class="well">{t.earlier(earlier.name, earlier.email)}</p>}
      {branch.sendsMail ? <p>{t.confirmed}</p> : <KeepLink url={booked.manageUrl} />}
      {booked.joinUrl && <p class="hint">{t.joinHint}</p>}
      <Deadline until={booked.changeableUntil} />
      <div class="actions">
        {booked.joinUrl && (
          <a class="plain" href={booked.joinUrl} target="_blank" rel="noreferrer">
            {t.join}
          </a>
        )}
        <a class="plain" href={booked.manageUrl} target="_blank" rel="noreferrer">
          {t.manage}
        </a>
        <CalendarLinks service={service} booked={booked} />
      </div>
    </Step>
  );
}
