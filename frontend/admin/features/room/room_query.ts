import { graphql, type ResultOf } from '../../api/graphql';
import { branchFields } from '../../session/session';

/** What staff see of a room. */
export const roomFields = graphql(`
  fragment StaffRoomFields on ConsultationRoom {
    appointmentId
    state
    own
    service {
      id
      name
    }
    start
    end
    opensAt
    closesAt
    delayedUntil
    customerLateUntil
    customerWaitsSince
    endedAt
    participants {
      id
      role
    }
    nextCustomerWaits
  }
`);

/** Loads the room of an appointment, and for whom it is. */
export const staffRoomQuery = graphql(
  `
    query StaffRoom($appointmentId: ID!) {
      consultationRoom(appointmentId: $appointmentId) {
        ...StaffRoomFields
        branch {
          ...BranchFields
          callsAreRelayed
        }
      }
      appointment(id: $appointmentId) {
        id
        start
        status
        note
        contact {
          name
          email
          phone
          confirmedAt
        }
        customer {
          id
          name
          card {
            notes
            allergies
            formulas
            version
          }
        }
      }
    }
  `,
  [roomFields, branchFields],
);

export const roomEnter = graphql(
  `
    mutation RoomEnter($input: RoomEnterInput!) {
      roomEnter(input: $input) {
        room {
          ...StaffRoomFields
        }
        participant {
          id
          role
        }
        relays {
          urls
          username
          credential
        }
        userErrors {
          code
          message
        }
      }
    }
  `,
  [roomFields],
);

export const roomLeave = graphql(`
  mutation RoomLeave($input: RoomLeaveInput!) {
    roomLeave(input: $input) {
      removedId
      userErrors {
        code
        message
      }
    }
  }
`);

export const roomSignalSend = graphql(`
  mutation RoomSignalSend($input: RoomSignalSendInput!) {
    roomSignalSend(input: $input) {
      sent
      userErrors {
        code
        message
      }
    }
  }
`);

export const roomEnd = graphql(`
  mutation RoomEnd($input: RoomEndInput!) {
    roomEnd(input: $input) {
      appointment {
        id
        roomEndedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const consultationPhotoUploadCreate = graphql(`
  mutation ConsultationPhotoUploadCreate($input: ConsultationPhotoUploadCreateInput!) {
    consultationPhotoUploadCreate(input: $input) {
      uploadUrl
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const roomEvents = graphql(
  `
    subscription RoomEvents($appointmentId: ID!, $participantId: ID, $after: ID) {
      roomEvents(appointmentId: $appointmentId, participantId: $participantId, after: $after) {
        id
        room {
          ...StaffRoomFields
        }
        signals {
          senderId
          payload
        }
      }
    }
  `,
  [roomFields],
);

type Loaded = ResultOf<typeof staffRoomQuery>;
export type Room = ResultOf<typeof roomFields>;
export type LoadedRoom = NonNullable<Loaded['consultationRoom']>;
export type RoomAppointment = NonNullable<Loaded['appointment']>;
