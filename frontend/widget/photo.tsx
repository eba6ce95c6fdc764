import type { BookedStaff } from './api';
import { useWidget } from './widget_context';

/** The photo of a person, if there is one. Their name stands beside it. */
export function Photo({ staff: { photo } }: { staff: BookedStaff }) {
  const { preset } = useWidget();
  // By the address under which this page reached the server, which may have several.
  return photo ? <img class="photo" src={preset.origin + new URL(photo.url).pathname} alt="" /> : null;
}
