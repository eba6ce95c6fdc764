import { useState } from 'preact/hooks';
import type { Category, Service } from './api';
import { foundCategories } from './found_categories';
import { ServiceGroups } from './service_groups';
import { useWidget } from './widget_context';

interface Props {
  groups: readonly Category[];
  onChoose(service: Service): void;
}

/** Many services, with a search. */
export default function ServiceSearch({ groups, onChoose }: Props) {
  const { t } = useWidget();
  const [search, setSearch] = useState('');
  const found = foundCategories(groups, search);
  return (
    <>
      <div class="field">
        <label for="search">{t.search}</label>
        <input id="search" type="search" value={search} onInput={({ currentTarget: { value } }) => setSearch(value)} />
      </div>
      <output>{found.length === 0 && t.noServiceFound}</output>
      <ServiceGroups groups={found} onChoose={onChoose} />
    </>
  );
}
