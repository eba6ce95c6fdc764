import { useEffect } from 'preact/hooks';
import type { Category, Service } from './api';
import { later } from './later';
import { NothingFree } from './later_nothing_free';
import { ServiceGroups } from './service_groups';
import { useWidget } from './widget_context';
import { Step } from './step';

const ServiceSearch = later(() => import('./service_search'));

interface Props {
  groups: readonly Category[];
  /** Message of the video-only mode, if active. */
  message: string | undefined;
  /** Shows the time step again, and reports whether a service was chosen before. */
  onForward(): boolean;
  onChoose(service: Service): void;
}

/** With more services than these, there is a search. */
const manyServices = 20;

/** The choice of a service. */
export function ServiceStep({ groups, message, onForward, onChoose }: Props) {
  const { t, onShown } = useWidget();
  useEffect(onShown, [onShown]);
  const Services = groups.flatMap(({ services }) => services).length > manyServices ? ServiceSearch : ServiceGroups;
  return (
    <Step title={t.service} depth={1} count={3} onForward={onForward}>
      {message && <p class="video-only">{message}</p>}
      {groups.length === 0 && <NothingFree of="service" />}
      <Services groups={groups} onChoose={onChoose} />
    </Step>
  );
}
