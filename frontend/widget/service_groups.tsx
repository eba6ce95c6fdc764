import type { Category, Service } from './api';
import { ServiceFacts } from './service_facts';

interface Props {
  groups: readonly Category[];
  onChoose(service: Service): void;
}

/** The services of each category to choose from. */
export const ServiceGroups = ({ groups, onChoose }: Props) => (
  <>
    {groups.map(({ id, name, services }) => (
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
  </>
);
