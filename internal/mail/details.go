package mail

import (
	netmail "net/mail"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/ent/mailtext"
	"visavis/internal/account"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
	mailtexts "visavis/internal/mailtext"
	"visavis/internal/notification"
	"visavis/internal/schedule"
)

// details are a mail with the data that its message needs.
type details struct {
	*ent.Mail
	branch *ent.Branch   // the sender; nil: the salon has no branch
	text   *ent.MailText // what the branch writes in such mails; nil: nothing of its own

	brand compose.Brand    // of the branch; of a mail to staff, none
	photo *compose.Picture // of the member of staff whom the customer meets; nil: none

	movedFromStaff     *ent.Staff   // whom the customer expects of an appointment that was moved; nil: unknown
	changedFromService *ent.Service // what the customer expects of one that was changed; nil: unknown

	confirmationToken string // of the button by which the customer confirms; empty: there is none
	customerToken     string // of the link to the customer's data; empty: there is none

	request *ent.ChangeRequest // that the mail is about; nil: about none
	offer   *ent.Offer         // that the mail is about; nil: about none
	starts  []*ent.Appointment // of the offer, ascending, with their staff

	notified         *ent.Staff          // the member of staff whom a notification is to, with the account; nil: there is none, or it is no notification
	notifiedLanguage locale.Locale       // of that notification
	isWanted         bool                // whether the profile still wants to be notified
	place            *ent.Branch         // where the absence is, and the recipient may see it; nil: nowhere, or about none
	absence          *ent.AbsenceRequest // that it is about, with the profile that asked; nil: about none
}

// recipient returns the address of the recipient, nil if there is none.
func (m *details) recipient() *netmail.Address {
	if notification.KindOf(m.Kind) != "" {
		if m.notified == nil {
			return nil
		}
		return staffRecipient(m.notified)
	}
	switch m.Kind {
	case mail.KindCHANGE_REQUESTED:
		if m.branch.Email == "" {
			return nil
		}
		return &netmail.Address{Name: m.branch.Name, Address: m.branch.Email}
	case mail.KindCUSTOMER_EXPORT, mail.KindCUSTOMER_ERASURE:
		return customerRecipient(m.Edges.Appointment.Edges.Customer)
	}
	if profile := m.Edges.Staff; profile != nil && m.Recipient != "" {
		return &netmail.Address{Name: profile.DisplayName, Address: m.Recipient}
	}
	if profile := m.Edges.Staff; profile != nil {
		return staffRecipient(profile)
	}
	contact := booking.ContactOf(m.Edges.Appointment)
	if contact == nil || contact.Email == nil {
		return nil
	}
	return &netmail.Address{Name: contact.Name, Address: *contact.Email}
}

// language returns the language of the customer that the mail is to, or "" if there is none.
func (m *details) language() locale.Locale {
	a := m.Edges.Appointment
	switch known := a.Edges.Customer; {
	case booking.PurposeOf(m.Kind) != "" && known == nil, booking.PurposeOf(m.Kind) == "" && a.ContactLocale == nil:
		return ""
	case booking.PurposeOf(m.Kind) != "":
		return locale.Locale(known.Locale)
	default:
		return locale.Locale(*a.ContactLocale)
	}
}

// texts returns what the branch writes in such mails. What is empty is built in.
func (m *details) texts() mailtexts.Content {
	if m.text == nil {
		return mailtexts.Content{}
	}
	return mailtexts.Of(m.text)
}

// textKind returns the kind of the texts that a branch writes in such mails.
func (m *details) textKind() mailtext.Kind {
	switch {
	case m.Kind != mail.KindCHANGE_DECLINED:
		return mailtext.Kind(m.Kind)
	case m.request != nil && m.request.Kind == changerequest.KindCANCEL:
		return mailtext.KindCANCEL_DECLINED
	default:
		return mailtext.KindMOVE_DECLINED
	}
}

// asksToConfirm reports whether the mail has the button by which the owner of the address confirms the appointment.
func (m *details) asksToConfirm() bool {
	return (m.Kind == mail.KindTO_CONFIRM || m.Kind == mail.KindCONFIRMED) && m.Edges.Appointment.ContactConfirmedAt == nil
}

// bookingSecret returns the secret of the appointment's manage link, or "" if it has none.
func (m *details) bookingSecret() string {
	if a := m.Edges.Appointment; a != nil && a.Secret != nil {
		return *a.Secret
	}
	return ""
}

func staffRecipient(profile *ent.Staff) *netmail.Address {
	if profile.ArchivedAt != nil || profile.Edges.Account == nil || profile.Edges.Account.Email == "" {
		return nil
	}
	return &netmail.Address{Name: profile.DisplayName, Address: profile.Edges.Account.Email}
}

// customerRecipient returns the address of a customer whose owner has confirmed it, else nil: what is kept of them must not reach a
// stranger's mailbox.
func customerRecipient(known *ent.Customer) *netmail.Address {
	if known == nil || known.Email == nil || known.ConfirmedAt == nil {
		return nil
	}
	return &netmail.Address{Name: known.Name, Address: *known.Email}
}

// customerLinkUse is how long after a customer has asked for a link they still expect it.
const customerLinkUse = time.Hour

// cancellationUse is how long after the appointment its customer should still learn that it was cancelled.
const cancellationUse = 24 * time.Hour

// isLate reports whether the mail would arrive when it is of no use any more, because nothing could send it in time.
func (m *details) isLate(now civil.Instant) bool {
	switch m.Kind {
	case mail.KindACCESS:
		return now > firstDue(m.Mail).Add(account.LinkDays*24*time.Hour)
	case mail.KindACCESS_CHANGED, mail.KindABSENCE_REQUESTED, mail.KindABSENCE_ANSWERED:
		return false
	case mail.KindCUSTOMER_EXPORT, mail.KindCUSTOMER_ERASURE:
		return now > firstDue(m.Mail).Add(customerLinkUse)
	case mail.KindCANCELLED, mail.KindSTAFF_CANCELLED:
		return now >= m.Edges.Appointment.EndsAt.Add(cancellationUse)
	default:
		return now >= m.Edges.Appointment.StartsAt
	}
}

// isCurrent reports whether the mail still applies and has a recipient. Obsolete mails are dropped.
func (m *details) isCurrent(now civil.Instant) bool {
	if m.recipient() == nil || notification.KindOf(m.Kind) != "" && !m.isWanted {
		return false
	}
	a := m.Edges.Appointment
	switch m.Kind {
	case mail.KindACCESS, mail.KindACCESS_CHANGED, mail.KindCUSTOMER_EXPORT, mail.KindCUSTOMER_ERASURE:
		return true
	case mail.KindABSENCE_REQUESTED, mail.KindABSENCE_ANSWERED:
		return m.absence != nil && notification.IsNewsOfAbsence(notification.KindOf(m.Kind), m.absence)
	case mail.KindCHANGE_REQUESTED, mail.KindSTAFF_CHANGE_REQUESTED:
		return m.request != nil && booking.ChangeRequestStateOf(m.request, a, now) == changerequest.StateOPEN
	case mail.KindCHANGE_DECLINED:
		return m.request != nil && a.Status == appointment.StatusCONFIRMED && now < a.StartsAt
	case mail.KindOFFER:
		return m.offer != nil && booking.MayTake(m.offer, a, now)
	case mail.KindTO_CONFIRM:
		return schedule.IsLive(a, now) && a.Status == appointment.StatusHELD
	case mail.KindCANCELLED:
		return a.Status == appointment.StatusCANCELLED
	case mail.KindSTAFF_CANCELLED:
		return notification.IsNews(notification.KindOf(m.Kind), a, now)
	case mail.KindSTAFF_BOOKED, mail.KindSTAFF_MOVED:
		return notification.IsNews(notification.KindOf(m.Kind), a, now) && m.isConcerned()
	default:
		return a.Status == appointment.StatusCONFIRMED && a.Version == m.AppointmentVersion && now < a.StartsAt
	}
}

// isConcerned reports whether the appointment is the notified person's, or was theirs before the move that the mail tells of.
func (m *details) isConcerned() bool {
	has := m.notified.PersonID == m.Edges.Appointment.PersonID
	return has || m.movedFromStaff != nil && m.movedFromStaff.PersonID == m.notified.PersonID
}
