import type { Salon, Service } from './api';
import { useWidget } from './widget_context';
import { ServiceFacts } from './service_facts';
import { Step } from './step';

interface Props {
  groups: Salon['serviceCategories'];
  /** Message of the video-only mode, if active. */
  message: string | undefined;
  onChoose(service: Service): void;
}

/** The choice of a service. */
export function ServiceStep({ groups, message, onChoose }: Props) {
  const { t, branch } = useWidget();
  return (
    <Step title={t.service} depth={1} count={3}>
      {message && <p class="video-only">{message}</p>}
      {groups.length === 0 && (
        <p>
          {t.noService} {branch.phone}
        </p>
      )}
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
    </Step>
  );
}
