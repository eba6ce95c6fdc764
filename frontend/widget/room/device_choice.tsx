import { canChooseSpeaker, type Device } from '../../call';
import { useObservable, useRoom } from './room_context';

interface Props {
  name: string;
  devices: readonly Device[];
  chosen: string | undefined;
  onChoose(id: string): void;
}

function Choice({ name, devices, chosen, onChoose }: Props) {
  const { t } = useRoom();
  return devices.length > 1 ? (
    <label>
      {name}
      <select value={chosen ?? devices[0]?.id ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {devices.map(({ id, label }, index) => (
          <option key={id} value={id}>
            {label || t.check.nameless(String(index + 1))}
          </option>
        ))}
      </select>
    </label>
  ) : null;
}

/** The choice of camera, microphone and speaker, as far as there is one. */
export function DeviceChoice() {
  const { t, media } = useRoom();
  const { cameras, microphones, speakers, cameraId, microphoneId, speakerId } = useObservable(media.facts);
  return (
    <div class="devices">
      <Choice name={t.check.camera} devices={cameras} chosen={cameraId} onChoose={(id) => void media.choose('camera', id)} />
      <Choice name={t.check.microphone} devices={microphones} chosen={microphoneId} onChoose={(id) => void media.choose('microphone', id)} />
      {canChooseSpeaker() && <Choice name={t.check.speaker} devices={speakers} chosen={speakerId} onChoose={(id) => void media.choose('speaker', id)} />}
    </div>
  );
}
