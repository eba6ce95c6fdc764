import { useState } from 'preact/hooks';
import type { Booked, Confirmation, Hold, OfferedService, Service } from './api';
import { useWidget } from './widget_context';
import { DetailsStep } from './details_step';
import { DoneStep } from './done_step';
import type { BookedDetail } from './frame';
import { later } from './later';
import { bookableCategories, videoOnlyNow } from './bookable_categories';
import { ServiceStep } from './service_step';
import type { Refusal } from './start_choice';
import { TimeStep } from './time_step';
import { useHold } from './use_hold';

const WaitingStep = later(() => import('./waiting_step'));

/** The current step, with the choices of the previous steps. */
type State =
  | { step: 'service'; held?: Hold }
  | { step: 'time'; service: Service; refused?: Refusal; held?: Hold }
  | { step: 'details'; service: Service; hold: Hold }
  | { step: 'waiting'; service: Service; hold: Hold; confirmation: Confirmation }
  | { step: 'done'; service: Service; booked: Booked };

interface Props {
  /** Services that the branch offers online. */
  services: readonly OfferedService[];
  onBooked(detail: BookedDetail): void;
}

/** The steps of a booking: service, time, contact data, confirmation by email if it is asked for, result. */
export function Steps({ services: offered, onBooked }: Props) {
  const { branch, preset, format, language, t } = useWidget();
  const mode = videoOnlyNow(branch, format.dateIn(0));
  const groups = bookableCategories(offered, mode !== undefined, language);
  const wanted = groups.flatMap(({ services }) => services).find(({ id }) => id === preset.service);
  const first: State = wanted ? { step: 'time', service: wanted } : { step: 'service' };
  const [state, setState] = useState<State>(first);
  const { release } = useHold();

  function leave(held: Hold | undefined) {
    setState(held ? { step: 'service', held: { ...held, released: release(held) } } : { step: 'service' });
  }
  switch (state.step) {
    case 'service':
      return <ServiceStep groups={groups} message={mode && (mode.message || t.videoOnly)} onChoose={(service) => setState({ ...state, step: 'time', service })} />;
    case 'time':
      return (
        <TimeStep
          service={state.service}
          refused={state.refused}
          held={state.held}
          onBack={wanted ? undefined : () => leave(state.held)}
          onHold={(hold) => setState({ step: 'details', service: state.service, hold })}
        />
      );
    case 'details':
      return (
        <DetailsStep
          service={state.service}
          hold={state.hold}
          onBack={() => setState({ step: 'time', service: state.service, held: state.hold })}
          onLost={(refused) => setState({ step: 'time', service: state.service, refused })}
          onWaiting={(confirmation) => setState({ ...state, step: 'waiting', confirmation })}
          onBooked={(booked) => {
            setState({ step: 'done', service: state.service, booked });
            onBooked({ id: booked.id, start: booked.start, service: state.service.id });
          }}
        />
      );
    case 'waiting':
      return <WaitingStep service={state.service} hold={state.hold} confirmation={state.confirmation} onBack={() => setState(first)} />;
    case 'done':
      return <DoneStep service={state.service} booked={state.booked} onBack={() => setState(first)} />;
  }
}
