import { useClosingWords } from './closing_words';
import { mapOf } from './map_address';
import { useWidget } from './widget_context';

/** The place of a visit in the salon, which leads to a map. The map's site learns of nobody who does not follow the link. */
export function PlaceLink() {
  const { branch } = useWidget();
  const own = useClosingWords();
  const { street, postalCode, city } = branch.address;
  const place = [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ');
  return place ? (
    <a class="link" href={mapOf(place)} target="_blank" rel="noreferrer">
      {own.map(place)}
    </a>
  ) : null;
}
