import { useState } from 'preact/hooks';
import type { StaffProfile } from '../api';
import type { Refusal } from '../start_choice';
import { later } from '../later';
import type { Appointment, ChangeKind, Corrected } from './appointment';
import { CancelStep } from './cancel_step';
import { ConfirmStep } from './confirm_step';
import { MoveStep } from './move_step';
import { Overview } from './overview';

/** The current step. */
type State =
  | { step: 'overview'; isMoved?: boolean; isCorrected?: boolean }
  | { step: 'move'; refused?: Refusal }
  | { step: 'confirm'; start: string; staff: Pick<StaffProfile, 'id' | 'displayName'> }
  | { step: 'cancel' }
  | { step: 'request'; kind: ChangeKind }
  | { step: 'email' }
  | { step: 'data' };

const RequestStep = later(() => import('./request_step'));
const EmailStep = later(() => import('./email_step'));
const DataStep = later(() => import('./data_step'));

interface Props {
  appointment: Appointment;
  secret: string;
  /** Whether its address has just been corrected. */
  isCorrected: boolean;
  onChange(appointment: Appointment): void;
  /** Called with the appointment, whose secret is another one now. */
  onCorrected(appointment: Corrected): void;
  /** Called when the appointment is outdated. */
  onStale(): void;
}

/** The appointment, and the steps that move or cancel it. */
export function Steps({ appointment, secret, isCorrected, onChange, onCorrected, onStale }: Props) {
  const [state, setState] = useState<State>({ step: 'overview', isCorrected });
  const overview = () => setState({ step: 'overview' });

  switch (state.step) {
    case 'overview':
      return (
        <Overview
          appointment={appointment}
          secret={secret}
          isMoved={state.isMoved ?? false}
          isCorrected={state.isCorrected ?? false}
          onChange={onChange}
          onMoved={(moved) => {
            onChange(moved);
            setState({ step: 'overview', isMoved: true });
          }}
          onStale={onStale}
          onMove={() => setState({ step: 'move' })}
          onCancel={() => setState({ step: 'cancel' })}
          onRequest={(kind) => setState({ step: 'request', kind })}
          onCorrect={() => setState({ step: 'email' })}
          onData={() => setState({ step: 'data' })}
        />
      );
    case 'move':
      return (
        <MoveStep
          appointment={appointment}
          secret={secret}
          refused={state.refused}
          onBack={overview}
          onChoose={(start, staff) => setState({ step: 'confirm', start, staff })}
        />
      );
    case 'confirm':
      return (
        <ConfirmStep
          appointment={appointment}
          secret={secret}
          start={state.start}
          staff={state.staff}
          onBack={() => setState({ step: 'move' })}
          onRefused={(refused) => {
            onStale();
            setState({ step: 'move', refused });
          }}
          onMoved={(moved) => {
            onChange(moved);
            setState({ step: 'overview', isMoved: true });
          }}
        />
      );
    case 'request':
      return (
        <RequestStep
          appointment={appointment}
          secret={secret}
          kind={state.kind}
          onBack={overview}
          onAsked={(asked) => {
            onChange(asked);
            overview();
          }}
        />
      );
    case 'email':
      return (
        <EmailStep
          appointment={appointment}
          secret={secret}
          onBack={overview}
          onCorrected={(corrected) => {
            onCorrected(corrected);
            setState({ step: 'overview', isCorrected: true });
          }}
          onRefused={onStale}
        />
      );
    case 'data':
      return <DataStep secret={secret} onBack={overview} />;
    case 'cancel':
      return (
        <CancelStep
          appointment={appointment}
          secret={secret}
          onBack={overview}
          onRefused={onStale}
          onCancelled={(cancelled) => {
            onChange(cancelled);
            overview();
          }}
        />
      );
  }
}
