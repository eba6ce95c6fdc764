import { now } from '../environment/clock';
import { useClosingWords } from './closing_words';
import { formatOf } from './format';
import { useWidget } from './widget_context';

/** Says until when the customer can move or cancel: by the salon's clock, and by their own if that differs. */
export function Deadline({ until }: { until: string }) {
  const { branch, language, t } = useWidget();
  const own = useClosingWords();
  const salon = formatOf(language, branch);
  const time = salon.otherTime(until);
  const moment = salon.moment(until) + (time ? ` (${t.customerTime(time)})` : '');
  const text = now() > Date.parse(until) ? own.fixed : own.changeable(moment);
  return (
    <p class="hint" key={text}>
      {text}
    </p>
  );
}
