import { useState } from 'preact/hooks';
import type { Category, Service } from './api';
import { foundCategories } from './bookable_categories';
import { useWidget } from './widget_context';
import { ServiceFacts } from './service_facts';
import { Step } from './step';

interface Props {
  groups: readonly Category[];
  /** Message of the video-only mode, if active. */
  message: string | undefined;
  onChoose(service: Service): void;
}

/** With more services than these, there is a search. */
const manyServices = 20;

/** The choice of a service. */
export function ServiceStep({ groups, message, onChoose }: Props) {
  const { t, branch } = useWidget();
  const [search, setSearch] = useState('');
  const isLong = groups.reduce((count, { services }) => count + services.length, 0) > manyServices;
  const shown = isLong ? foundCategories(groups, search) : groups;
  return (
    <Step title={t.service} depth={1} count={3}>
      {message && <p class="video-only">{message}</p>}
      {groups.length === 0 && (
        <p>
          {t.noService} {branch.phone}
        </p>
      )}
      {isLong && (
        <div class="field">
          <label for="search">{t.searchService}</label>
          <input id="search" type="search" value={search} onInput={({ currentTarget: { value } }) => setSearch(value)} />
        </div>
      )}
      {groups.length > 0 && <output>{shown.length === 0 && t.nothingFound}</output>}
      {shown.map(({ id, name, services }) => (
        <div key={id}>
          <h2>{name}</h2>
          {services.map((service) => (
            <button type="button" class="card" key={service.id} onClick={() => onChoose(service)}>
              <strong>{service.name}</strong>
              <ServiceFacts service={service} />
              {service.description && <small>{service.description}</small>}
            </button>
          ))}
        </div>
      ))}
    </Step>
  );
}
