import { useSurroundings } from './widget_context';

/** What the client's clock shows at an instant, where it is not what the salon's shows. */
export function OwnTime({ at }: { at: string }) {
  const { format, t } = useSurroundings();
  const own = format.own(at);
  return own ? <small class="own-time"> {t.own(own)}</small> : null;
}
