import type { Hold, Service, Terms } from './api';
import { useClosingWords } from './closing_words';
import { Deadline } from './deadline';
import { ServiceFacts } from './service_facts';
import { useWidget } from './widget_context';

interface Props {
  service: Service;
  hold: Hold;
  /** Terms in force; null: there are none. */
  terms: Terms | null;
}

/** What the customer is told before they book, right above the button: what follows, what applies, and what it costs. */
export function BeforeBooking({ service, hold, terms }: Props) {
  const { branch } = useWidget();
  const t = useClosingWords();
  return (
    <>
      <p class="hint">{t.next[service.delivery]}</p>
      {hold.changeableUntil && <Deadline until={hold.changeableUntil} />}
      <p class="contact">
        {terms && (
          <a href={terms.pageUrl} target="_blank" rel="noreferrer">
            {t.agreed}
          </a>
        )}
        {branch.privacyNotice && (
          <a href={branch.privacyNotice.pageUrl} target="_blank" rel="noreferrer">
            {t.informed}
          </a>
        )}
      </p>
      <p class="total">
        <strong>{service.name}</strong> <ServiceFacts service={service} />
      </p>
    </>
  );
}
