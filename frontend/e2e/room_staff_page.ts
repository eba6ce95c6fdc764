import { Media, Session, type RoomFacts, type RoomTransport } from '../call';
import { readEvents } from '../widget/room/event_stream';

/** What a test may ask of the staff's side of a call. */
export interface StaffSide {
  session: Session<RoomFacts>;
  media: Media;
}

declare global {
  interface Window {
    /** Comes into the room of an appointment as the signed-in staff member. */
    callAsStaff(appointmentId: string): Promise<StaffSide>;
    staffSide: StaffSide;
  }
}

const room = 'state own participants { id role }';

async function ask<Answer>(query: string, input: object): Promise<Answer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return ((await response.json()) as { data: { answer: Answer } }).data.answer;
}

function transportTo(appointmentId: string): RoomTransport<RoomFacts> {
  return {
    async enter(input) {
      const query = `mutation ($input: RoomEnterInput!) { answer: roomEnter(input: $input) { room { ${room} } participant { id role } relays { urls username credential } userErrors { code message } } }`;
      const answer = await ask<{ room: RoomFacts; participant: { id: string; role: 'STAFF' } | null; relays: RTCIceServer[]; userErrors: { code: string; message: string }[] }>(query, { appointmentId, ...input });
      return answer.participant ? { room: answer.room, participant: answer.participant, relays: answer.relays } : { refused: answer.userErrors[0]! };
    },
    leave(participantId) {
      void ask('mutation ($input: RoomLeaveInput!) { answer: roomLeave(input: $input) { removedId } }', { appointmentId, participantId });
    },
    async signal(input) {
      const { userErrors } = await ask<{ userErrors: object[] }>('mutation ($input: RoomSignalSendInput!) { answer: roomSignalSend(input: $input) { userErrors { code } } }', { appointmentId, ...input });
      return userErrors.length > 0 ? 'REFUSED' : 'SENT';
    },
    follow: ({ participantId, after, hear, setLive }) =>
      readEvents('/graphql', {
        request: () => ({
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
          body: JSON.stringify({
            query: `subscription ($appointmentId: ID!, $participantId: ID, $after: ID) {
              event: roomEvents(appointmentId: $appointmentId, participantId: $participantId, after: $after) { id room { ${room} } signals { senderId payload } } }`,
            variables: { appointmentId, participantId, after: after() },
          }),
        }),
        hear(data) {
          const { event } = (JSON.parse(data) as { data: { event: Parameters<typeof hear>[0] } | null }).data ?? {};
          setLive(Boolean(event));
          if (event) {
            hear(event);
          }
          return Boolean(event);
        },
        setLive,
      }),
  };
}

window.callAsStaff = async (appointmentId) => {
  const media = new Media();
  await media.open({ camera: true, microphone: true });
  const session = new Session({ transport: transportTo(appointmentId), side: 'STAFF', media, formerId: null, remember: () => undefined });
  session.start();
  await session.enter();
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  document.documentElement.append(video);
  const show = () => {
    video.srcObject = session.facts.get().stream;
  };
  session.facts.follow(show);
  show();
  window.staffSide = { session, media };
  return window.staffSide;
};
