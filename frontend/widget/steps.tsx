import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { now } from '../environment/clock';
import type { Booked, Confirmation, Hold, OfferedService, Service } from './api';
import { useWidget } from './widget_context';
import { closingSteps } from './closing';
import type { Fire } from './events';
import { type Contact, restored } from './kept';
import { keeperOf } from './keeper';
import { later } from './later';
import { bookableCategories, videoOnlyNow } from './bookable_categories';
import { ServiceStep } from './service_step';
import { showManagePage } from './own_address';
import type { Refusal } from './start_choice';
import { TimeStep } from './time_step';
import { isLive, useHold } from './use_hold';

const DetailsStep = later(async (language) => ({ default: (await closingSteps(language)).DetailsStep }));
const DoneStep = later(async (language) => ({ default: (await closingSteps(language)).DoneStep }));
const WaitingStep = later(async (language) => ({ default: (await closingSteps(language)).WaitingStep }));

/** The current step, with the choices of the previous steps. */
type State =
  | { step: 'service'; service?: Service; held?: Hold }
  | { step: 'time'; service: Service; refused?: Refusal; held?: Hold | undefined }
  | { step: 'details'; service: Service; hold: Hold; isRestored?: boolean }
  | { step: 'waiting'; service: Service; hold: Hold; confirmation: Confirmation }
  | { step: 'done'; service: Service; booked: Booked; earlier?: Contact | undefined };

interface Props {
  /** Services that the branch offers online. */
  services: readonly OfferedService[];
  fire: Fire;
}

/** The steps of a booking: service, time, contact data, confirmation by email if it is asked for, result. */
export function Steps({ services: offered, fire }: Props) {
  const { branch, preset, format, language, t } = useWidget();
  const mode = videoOnlyNow(branch, format.today());
  const groups = bookableCategories(offered, mode !== undefined, language);
  const serviceOf = (id: string | null | undefined) => groups.flatMap(({ services }) => services).find((service) => service.id === id);
  const wanted = serviceOf(preset.service);
  const first: State = wanted ? { step: 'time', service: wanted } : { step: 'service' };
  const keeper = useMemo(() => keeperOf(preset), [preset]);
  const [state, setState] = useState<State>(() => {
    const again = restored(keeper.kept, { now: now(), isOffered: (id) => serviceOf(id) !== undefined, isLive });
    if (!again || (again.step === 'service' && wanted)) {
      return first;
    }
    const service = 'serviceId' in again ? serviceOf(again.serviceId) : undefined;
    if (again.step === 'service' || !service) {
      return { step: 'service' };
    }
    return { isRestored: true, ...again, service };
  });
  const { release } = useHold();
  const atFirst = useRef(state);
  useEffect(() => fire('step', { step: state.step }), [fire, state.step]);
  useEffect(() => {
    if (state === atFirst.current) {
      return; // it is kept, or nothing was chosen
    }
    if (state.step === 'done') {
      keeper.forget();
      showManagePage(preset, state.booked.manageUrl);
    } else {
      const { step, service } = state;
      const hold = state.step === 'time' ? state.held : state.step === 'service' ? undefined : state.hold;
      const isWaiting = state.step === 'waiting';
      keeper.keep({ step, serviceId: service?.id, hold, confirmation: isWaiting ? state.confirmation : undefined, ...(isWaiting && { contact: undefined, attempts: undefined, key: undefined }) });
    }
  }, [keeper, preset, state]);

  function leave(held: Hold | undefined, service: Service) {
    setState(held ? { step: 'service', service, held: { ...held, released: release(held) } } : { step: 'service', service });
  }
  /** Changes the state, unless the customer has left the step meanwhile. */
  const goOn = (next: State) => setState((shown) => (shown.step === state.step ? next : shown));
  function goForward(): boolean {
    const { service } = state;
    if (state.step === 'service' && service) {
      setState({ ...state, step: 'time', service });
      return true;
    }
    const held = state.step === 'time' && !state.held?.released && state.held;
    if (service && held && isLive(held)) {
      setState({ step: 'details', service, hold: held, isRestored: true }); // a page that was left gives it back soon
      return true;
    }
    return false;
  }
  switch (state.step) {
    case 'service':
      return (
        <ServiceStep
          groups={groups}
          message={mode && (mode.message || t.videoOnly)}
          onForward={goForward}
          onChoose={(service) => setState({ ...state, step: 'time', service })}
        />
      );
    case 'time':
      return (
        <TimeStep
          service={state.service}
          refused={state.refused}
          held={state.held}
          keeper={keeper}
          onBack={wanted ? undefined : () => leave(state.held, state.service)}
          onForward={goForward}
          onHold={(hold) => {
            setState({ step: 'details', service: state.service, hold });
            fire('held', { start: hold.start, service: state.service.id });
          }}
        />
      );
    case 'details':
      return (
        <DetailsStep
          service={state.service}
          hold={state.hold}
          isRestored={state.isRestored ?? false}
          keeper={keeper}
          onBack={() => setState({ step: 'time', service: state.service, held: state.hold })}
          onHold={(hold) => goOn({ step: 'details', service: state.service, hold })}
          onLost={(refused) => {
            fire('error', { code: 'START_LOST' });
            goOn({ step: 'time', service: state.service, refused });
          }}
          onWaiting={(confirmation) => setState({ ...state, step: 'waiting', confirmation })}
          onBooked={(booked, serviceId, earlier) => {
            setState({ step: 'done', service: serviceOf(serviceId) ?? state.service, booked, earlier });
            fire('booked', { id: booked.id, start: booked.start, service: serviceId });
          }}
        />
      );
    case 'waiting':
      return <WaitingStep service={state.service} hold={state.hold} confirmation={state.confirmation} onBack={() => setState(first)} />;
    case 'done':
      return <DoneStep service={state.service} booked={state.booked} earlier={state.earlier} onBack={() => setState(first)} />;
  }
}
