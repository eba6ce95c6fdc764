import { Card, Stack } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { SavedText } from '../../parts/saved_text';
import { keepsCustomers, useSession } from '../../session/session';
import { appointmentUpdate, CustomerCard } from '../calendar';
import { CustomerCard as EditedCard } from '../customers';
import { KeptPhotos } from '../photos';
import { useRoom } from './room_context';
import { roomWords } from './words';

/** For whom the call is, and notes that save themselves: that of the appointment, and the customer's card for those who keep customers. */
export function BesideCall() {
  const t = useWords(roomWords);
  const session = useSession();
  const { appointment, name } = useRoom();
  const { customer } = appointment;
  const editsCard = keepsCustomers(session) && customer !== null;
  return (
    <Stack component="section" aria-label={t.beside}>
      <CustomerCard appointment={appointment} hidesTexts={editsCard ? 'NOTE_AND_CARD' : 'NOTE'} />
      <AppointmentNote />
      <KeptPhotos appointmentId={appointment.id} name={name} />
      {editsCard && <EditedCard customer={customer} />}
    </Stack>
  );
}

function AppointmentNote() {
  const t = useWords(roomWords);
  const { client } = useApi();
  const change = useChange();
  const { id, note } = useRoom().appointment;
  const input = (text: string) => ({ input: { id, note: text, notifyCustomer: false } });
  async function save(text: string) {
    const outcome = await change(appointmentUpdate, input(text), { fields: ['note'], undo: () => send(client, appointmentUpdate, input(note)) });
    return outcome.done ? undefined : outcome.errors[0]?.message;
  }
  return (
    <Card withBorder padding="sm">
      <SavedText multiline label={t.note} value={note} save={save} maxLength={500} />
    </Card>
  );
}
