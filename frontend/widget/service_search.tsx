import { useState } from 'preact/hooks';
import type { Category, Service } from './api';
import { foundCategories } from './found_categories';
import type { Language } from './language';
import { ServiceGroups } from './service_groups';
import { wearClosing } from './wear_closing';
import { useWidget } from './widget_context';

export const searchWords: Record<Language, { nothingFound: string; search: string }> = {
  de: { nothingFound: 'Keine Leistung gefunden.', search: 'Leistung suchen' },
  en: { nothingFound: 'No service found.', search: 'Search for a service' },
  fr: { nothingFound: 'Aucune prestation trouvée.', search: 'Rechercher une prestation' },
  tr: { nothingFound: 'Hizmet bulunamadı.', search: 'Hizmet ara' },
};

interface Props {
  groups: readonly Category[];
  onChoose(service: Service): void;
}

/** Many services, with a search. */
export default function ServiceSearch({ groups, onChoose }: Props) {
  const t = searchWords[useWidget().language];
  const [search, setSearch] = useState('');
  const found = foundCategories(groups, search);
  return (
    <>
      <div ref={wearClosing} class="field">
        <label for="search">{t.search}</label>
        <input id="search" type="search" value={search} onInput={({ currentTarget: { value } }) => setSearch(value)} />
      </div>
      <output>{found.length === 0 && t.nothingFound}</output>
      <ServiceGroups groups={found} onChoose={onChoose} />
    </>
  );
}
