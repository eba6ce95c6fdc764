package mail

import (
	"context"

	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/store"
)

// dropLate drops what isLate among the mails about appointments, which wait because nothing can send them. Those that are claimed
// are due later.
func (m *Mail) dropLate(ctx context.Context, now civil.Instant) error {
	aboutData := mail.KindIn(mail.KindCUSTOMER_EXPORT, mail.KindCUSTOMER_ERASURE)
	late := mail.And(mail.StateEQ(mail.StateWAITING), mail.DueAtLTE(now), mail.Or(
		mail.And(aboutData, mail.DueAtLTE(now.Add(-customerLinkUse))),
		mail.And(mail.Not(aboutData), mail.Or(
			mail.And(mail.KindNotIn(mail.KindCANCELLED, mail.KindSTAFF_CANCELLED), mail.HasAppointmentWith(appointment.StartsAtLTE(now))),
			mail.HasAppointmentWith(appointment.EndsAtLTE(now.Add(-cancellationUse))),
		)),
	))
	ids, err := m.database.Client().Mail.Query().Where(late).Limit(lateAtOnce).IDs(ctx)
	if err != nil || len(ids) == 0 {
		return err
	}
	return m.database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Mail.Update().Where(mail.IDIn(ids...), mail.StateEQ(mail.StateWAITING), mail.DueAtLTE(now)).
			SetState(mail.StateDROPPED).SetFailure(string(TooLate)).Exec(ctx)
	})
}

// lateAtOnce is how many mails are dropped in one transaction; the next minute drops more.
const lateAtOnce = 500
