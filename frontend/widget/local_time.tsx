import { useWidget } from './widget_context';

/** A start in the customer's time zone, if it differs from the salon's time. */
export function LocalTime({ at }: { at: string }) {
  const { format, t } = useWidget();
  const customerTime = format.customerTime(at);
  return customerTime ? <small class="local-time"> {t.customerTime(customerTime)}</small> : null;
}
