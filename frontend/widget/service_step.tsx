import type { Category, Service } from './api';
import { later } from './later';
import { ServiceGroups } from './service_groups';
import { useWidget } from './widget_context';
import { Step } from './step';

const ServiceSearch = later(() => import('./service_search'));

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
  const Services = groups.flatMap(({ services }) => services).length > manyServices ? ServiceSearch : ServiceGroups;
  return (
    <Step title={t.service} depth={1} count={3}>
      {message && <p class="video-only">{message}</p>}
      {groups.length === 0 && (
        <p>
          {t.noService} {branch.phone}
        </p>
      )}
      <Services groups={groups} onChoose={onChoose} />
    </Step>
  );
}
