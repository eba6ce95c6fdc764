import { useRoom } from './room_context';

/** The salon's phone number, as the last way out; nothing if it has none. */
export function PhoneLink() {
  const { t, salon } = useRoom();
  return salon.phone ? (
    <p class="last-way">
      <a href={`tel:${salon.phone}`}>{t.call.phone(salon.phone)}</a>
    </p>
  ) : null;
}
