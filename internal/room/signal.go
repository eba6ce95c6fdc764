package room

import (
	"context"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/roomsignal"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// SignalSendInput is a signal from one participant to another.
type SignalSendInput struct {
	JoinToken, AppointmentID *string
	SenderID, RecipientID    string
	Payload                  string
}

const (
	longestSignal = 64 << 10 // bytes
	mostSignals   = 256      // of one side of a room within signalLife
	mostBytes     = 2 << 20  // of their payloads
	signalLife    = 2 * time.Minute
)

// SignalSend sends a signal to a participant of a call. The browsers of both sides exchange some twenty, then one for each change of network.
func (r *Rooms) SignalSend(ctx context.Context, input SignalSendInput) error {
	d, err := Reference{input.JoinToken, input.AppointmentID}.door()
	if err != nil {
		return err
	}
	if err := input.check(); err != nil {
		return err
	}
	if err := d.refuseProgram(ctx); err != nil {
		return err
	}
	return r.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		room, err := read(ctx, tx.Client, d.of, r.clock())
		if room, err = d.checked(ctx, room, err); err != nil {
			return err
		}
		if err := room.mayHear(ctx, d, &input); err != nil {
			return err
		}
		sequence, err := raise(ctx, tx, room.Appointment.ID)
		if err != nil {
			return err
		}
		tx.AfterCommit(func() { r.watch.heard(room.row.ID) })
		return room.send(ctx, tx, d, &input, sequence)
	})
}

func (input *SignalSendInput) check() error {
	var wrong problem.List
	for field, participantID := range map[string]string{"senderId": input.SenderID, "recipientId": input.RecipientID} {
		if !id.RoomParticipant.Names(participantID) {
			wrong.Add(problem.New(problem.IDOfAnotherKind, field, string(id.RoomParticipant)))
		}
	}
	if len(input.Payload) > longestSignal {
		wrong.Add(problem.New(problem.TooLong, "payload", longestSignal))
	}
	return wrong.Err()
}

// mayHear fails unless the sender is the caller's device and the recipient the other side's, in a call that goes on.
func (r *Room) mayHear(ctx context.Context, d door, input *SignalSendInput) error {
	if !r.Own || r.State != InCall {
		return problem.New(problem.RoomClosed, d.field)
	}
	var sender, recipient *ent.RoomParticipant
	if r.row != nil {
		for _, p := range r.row.Edges.Participants {
			switch {
			case p.ID == input.SenderID && d.holds(ctx, p):
				sender = p
			case p.ID == input.RecipientID && p.Role != d.side:
				recipient = p
			}
		}
	}
	if sender == nil {
		return problem.New(problem.NotFound, "senderId")
	}
	if recipient == nil {
		return problem.New(problem.NotFound, "recipientId")
	}
	return nil
}

func (r *Room) send(ctx context.Context, tx *store.Tx, d door, input *SignalSendInput, sequence int64) error {
	var waiting []struct {
		Count int `json:"count"`
		Bytes int `json:"bytes"`
	}
	role := roomsignal.SenderRole(d.side)
	err := tx.RoomSignal.Query().Where(
		roomsignal.RoomID(r.row.ID), roomsignal.SenderRoleEQ(role), roomsignal.SentAtGT(r.Now.Add(-signalLife)),
	).Aggregate(ent.Count(), bytesOfPayloads).Scan(ctx, &waiting)
	if err != nil {
		return err
	}
	if waiting[0].Count >= mostSignals || waiting[0].Bytes+len(input.Payload) > mostBytes {
		return problem.New(problem.TooManySignals, "payload")
	}
	return tx.RoomSignal.Create().SetRoomID(r.row.ID).SetSequence(sequence).SetSenderRole(role).
		SetSenderID(input.SenderID).SetRecipientID(input.RecipientID).SetPayload(storable(input.Payload)).SetSentAt(r.Now).Exec(ctx)
}

func bytesOfPayloads(s *sql.Selector) string {
	return sql.As("COALESCE(SUM(OCTET_LENGTH("+s.C(roomsignal.FieldPayload)+")), 0)", "bytes")
}

// storable returns a payload without what no database stores; browsers send none of it.
func storable(payload string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(payload, "\x00", ""), "")
}

// signalsTo returns the signals to a participant after a position, in the order in which they were sent.
func signalsTo(ctx context.Context, client *ent.Client, roomID int, recipientID string, after int64) ([]*ent.RoomSignal, error) {
	return client.RoomSignal.Query().
		Where(roomsignal.RoomID(roomID), roomsignal.SequenceGT(after), roomsignal.RecipientID(recipientID)).
		Order(roomsignal.BySequence()).All(ctx)
}
