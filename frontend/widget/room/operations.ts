import { personFields } from '../operations';

const roomFields = `appointmentId state now own missing mayEnter service { id name } staff { ${personFields} title } start end changed opensAt closesAt opensLater delayedUntil customerLateUntil customerWaitsSince admittedAt endedAt participants { id role }`;

const wrong = 'userErrors { code message }';

/** GraphQL operations of the page of a room. A test validates them against the schema. */
export const operations = {
  room: `query Room($joinToken: String!) {
  room: consultationRoom(joinToken: $joinToken) { ${roomFields} branch { name slug timeZone timeZoneAliases phone email } }
}`,
  enter: `mutation Enter($input: RoomEnterInput!) {
  answer: roomEnter(input: $input) { room { ${roomFields} } participant { id role } relays { urls username credential } ${wrong} }
}`,
  leave: `mutation Leave($input: RoomLeaveInput!) {
  answer: roomLeave(input: $input) { ${wrong} }
}`,
  late: `mutation Late($input: RoomLateSetInput!) {
  answer: roomLateSet(input: $input) { ${wrong} }
}`,
  signal: `mutation Signal($input: RoomSignalSendInput!) {
  answer: roomSignalSend(input: $input) { ${wrong} }
}`,
  events: `subscription Events($joinToken: String!, $participantId: ID, $after: ID) {
  event: roomEvents(joinToken: $joinToken, participantId: $participantId, after: $after) { id room { ${roomFields} } signals { senderId payload } }
}`,
} as const;
