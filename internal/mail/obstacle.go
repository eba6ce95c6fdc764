package mail

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/ent/predicate"
)

// Obstacle is what the server or the branch lacks to send mails, which wait until then.
type Obstacle string

// The obstacles.
const (
	NoMailServer Obstacle = "NO_MAIL_SERVER" // VISAVIS_SMTP_URL is not set
	NoSenderYet  Obstacle = "NO_SENDER"      // neither VISAVIS_MAIL_FROM nor the branch has an address
)

// ObstacleOf returns why mails of a branch wait, "" if they are sent.
func (m *Mail) ObstacleOf(row *ent.Branch) Obstacle {
	switch {
	case !m.hasServer:
		return NoMailServer
	case m.senderOf(row) == nil:
		return NoSenderYet
	default:
		return ""
	}
}

// Sends reports whether mails of a branch are sent.
func (m *Mail) Sends(row *ent.Branch) bool { return m.ObstacleOf(row) == "" }

// SendsAccess reports whether mails about access are sent: their sender is any branch that has an address.
func (m *Mail) SendsAccess(ctx context.Context, client *ent.Client) (bool, error) {
	if !m.hasServer || m.from != nil {
		return m.hasServer, nil
	}
	return client.Branch.Query().Where(branch.EmailNEQ("")).Exist(ctx)
}

// sendable returns the condition that mails have a sender, none if all have. Others wait for one, and are not attempted.
func (m *Mail) sendable(ctx context.Context) ([]predicate.Mail, error) {
	if m.from != nil {
		return nil, nil
	}
	client := m.database.Client()
	without, err := client.Branch.Query().Where(branch.Email("")).Exist(ctx)
	if err != nil || !without {
		return nil, err
	}
	with, err := client.Branch.Query().Where(branch.EmailNEQ("")).Exist(ctx)
	if err != nil || !with {
		return []predicate.Mail{mail.ID("")}, err
	}
	return []predicate.Mail{mail.Or(mail.StaffIDNotNil(), mail.HasAppointmentWith(appointment.HasBranchWith(branch.EmailNEQ(""))))}, nil
}
