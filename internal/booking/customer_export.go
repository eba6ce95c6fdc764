package booking

import (
	"context"
	"encoding/base64"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/changerequest"
	"visavis/ent/consultationphoto"
	"visavis/ent/customer"
	"visavis/ent/mail"
	"visavis/ent/offer"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/photo"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// CustomerData is all that is kept of a customer.
type CustomerData struct {
	Name                string            `json:"name"`
	Email               *string           `json:"email"`
	Phone               string            `json:"phone"`
	Language            customer.Locale   `json:"language"`
	KnownSince          string            `json:"knownSince"`
	ConfirmedAt         *string           `json:"confirmedAt"`
	PrivacyAcceptedAt   *string           `json:"privacyAcceptedAt"`
	MarketingAcceptedAt *string           `json:"marketingAcceptedAt"`
	Card                *CardData         `json:"card"` // nil: there is none
	Appointments        []AppointmentData `json:"appointments"`
}

// CardData is what staff have written down about a customer.
type CardData struct {
	Notes     string `json:"notes"`
	Allergies string `json:"allergies"`
	Formulas  string `json:"formulas"`
}

// AppointmentData is what is kept of an appointment for its customer.
type AppointmentData struct {
	Branch   string             `json:"branch"`
	Service  string             `json:"service"`
	Staff    string             `json:"staff"`
	Start    string             `json:"start"`
	End      string             `json:"end"`
	TimeZone string             `json:"timeZone"` // of the branch
	BookedAt string             `json:"bookedAt"`
	Status   appointment.Status `json:"status"`
	Note     string             `json:"note"`
	Contact  *ContactData       `json:"contact"`
	Mails    []MailData         `json:"mails"`

	ChangeRequests []ChangeRequestData `json:"changeRequests"`
	Offers         []OfferData         `json:"offers"`
	Photos         []PhotoData         `json:"photos"`
}

// PhotoData is a photo of a call that staff have kept.
type PhotoData struct {
	Sender    consultationphoto.Sender `json:"sender"`
	CreatedAt string                   `json:"createdAt"`
	Content   *string                  `json:"content"` // a data URL; nil: it is not for the reader
}

// OfferData is a choice of other starts that the customer was offered.
type OfferData struct {
	CreatedAt string      `json:"createdAt"`
	ExpiresAt string      `json:"expiresAt"`
	State     offer.State `json:"state"`
}

// ChangeRequestData is what the customer has asked about an appointment.
type ChangeRequestData struct {
	Kind       changerequest.Kind  `json:"kind"`
	Text       string              `json:"text"`
	CreatedAt  string              `json:"createdAt"`
	State      changerequest.State `json:"state"`
	Answer     string              `json:"answer"`
	AnsweredAt *string             `json:"answeredAt"`
}

// ContactData is what was written at the booking.
type ContactData struct {
	Name             string        `json:"name"`
	Email            *string       `json:"email"`
	Phone            string        `json:"phone"`
	Language         branch.Locale `json:"language"`
	TimeZone         string        `json:"timeZone"`
	AcceptsMarketing bool          `json:"acceptsMarketing"`
	ConfirmedAt      *string       `json:"confirmedAt"`
}

// MailData is a mail about an appointment.
type MailData struct {
	Kind  mail.Kind  `json:"kind"`
	State mail.State `json:"state"`
	Sent  *string    `json:"sentAt"`
}

// CustomerExport returns all data kept of a customer as a JSON document, or nil if there is
// none whose record the actor keeps. It spans all branches: it is handed over to the customer.
func (b *Booking) CustomerExport(ctx context.Context, customerID string) (*string, error) {
	if err := id.Customer.Check(customerID, "id"); err != nil {
		return nil, err
	}
	row, err := withHistory(b.store.Client().Customer.Query()).Where(customer.ID(customerID), reach.Customers(actor.Of(ctx))).Only(ctx)
	if err != nil {
		row, err = store.OrNil(row, err)
		return nil, err
	}
	data, err := b.dataOf(ctx, row, readerOf(actor.Of(ctx)))
	if err != nil {
		return nil, err
	}
	document, err := json.MarshalIndent(data, "", "  ")
	if err != nil {
		return nil, err
	}
	text := string(document)
	return &text, nil
}

// withHistory adds what is kept of a customer, but the content of photos.
func withHistory(q *ent.CustomerQuery) *ent.CustomerQuery {
	return q.WithCard().WithAppointments(func(q *ent.AppointmentQuery) {
		q.Order(appointment.ByStartsAt()).WithBranch().WithService().WithStaff().WithMails().
			WithChangeRequests(func(q *ent.ChangeRequestQuery) { q.Order(changerequest.ByCreatedAt(), changerequest.ByID()) }).
			WithOffers(func(q *ent.OfferQuery) { q.Order(offer.ByCreatedAt(), offer.ByID()) }).
			WithPhotos(func(q *ent.ConsultationPhotoQuery) {
				q.Order(consultationphoto.ByCreatedAt(), consultationphoto.ByID()).Select(photoFacts...)
			})
	})
}

// A reader of what is kept of a customer does not read everything.
type reader struct {
	readsTexts, seesPhotos func(*ent.Appointment) bool
}

// readerOf returns how staff read it, who hand it over.
func readerOf(who actor.Actor) reader {
	return reader{
		readsTexts: func(*ent.Appointment) bool { return true },
		seesPhotos: func(a *ent.Appointment) bool { return who.SeesPhotos(a.BranchID, a.PersonID) },
	}
}

// theCustomer reads what they, or the salon, have confirmed.
var theCustomer = reader{readsTexts: isConfirmed, seesPhotos: isConfirmed}

// isConfirmed reports whether the owner of its address, or staff, vouch for what was written about an appointment. Else somebody else may
// have written it, whose texts are not for the owner.
func isConfirmed(a *ent.Appointment) bool { return a.ContactConfirmedAt != nil }

// dataOf returns what is kept of a customer that was read with its history. It omits what is not for the reader.
func (b *Booking) dataOf(ctx context.Context, row *ent.Customer, by reader) (*CustomerData, error) {
	now := b.clock()
	document := &CustomerData{
		Name: row.Name, Email: row.Email, Phone: row.Phone, Language: row.Locale, KnownSince: row.CreatedAt.String(),
		ConfirmedAt:       written(row.ConfirmedAt),
		PrivacyAcceptedAt: written(row.PrivacyAcceptedAt), MarketingAcceptedAt: written(row.MarketingAcceptedAt),
		Appointments: []AppointmentData{},
	}
	if card := row.Edges.Card; card != nil {
		document.Card = &CardData{card.Notes, card.Allergies, card.Formulas}
	}
	for _, a := range row.Edges.Appointments {
		appointment := AppointmentData{
			Branch: a.Edges.Branch.Name, Service: a.Edges.Service.Name, Staff: a.Edges.Staff.DisplayName,
			Start: a.StartsAt.String(), End: a.EndsAt.String(), TimeZone: a.Edges.Branch.TimeZone, BookedAt: a.CreatedAt.String(), Status: a.Status,
			Mails: []MailData{}, ChangeRequests: []ChangeRequestData{}, Offers: []OfferData{},
			Photos: []PhotoData{},
		}
		for _, m := range a.Edges.Mails {
			appointment.Mails = append(appointment.Mails, MailData{m.Kind, m.State, written(m.SentAt)})
		}
		for _, o := range a.Edges.Offers {
			appointment.Offers = append(appointment.Offers, OfferData{o.CreatedAt.String(), o.ExpiresAt.String(), offerStateOf(o, now)})
		}
		for _, p := range a.Edges.Photos {
			data := PhotoData{Sender: p.Sender, CreatedAt: p.CreatedAt.String()}
			if by.seesPhotos(a) {
				var err error
				if data.Content, err = b.contentOf(ctx, p.ID); err != nil {
					return nil, err
				}
			}
			appointment.Photos = append(appointment.Photos, data)
		}
		if by.readsTexts(a) {
			appointment.addTexts(a, now)
		}
		document.Appointments = append(document.Appointments, appointment)
	}
	return document, nil
}

// contentOf returns the content of a photo as a data URL, or nil if it has been deleted meanwhile. Each is read by itself, since they are large.
func (b *Booking) contentOf(ctx context.Context, photoID string) (*string, error) {
	row, err := store.OrNil(b.store.Client().ConsultationPhoto.Get(ctx, photoID))
	if row == nil || err != nil {
		return nil, err
	}
	return new("data:" + photo.ContentType + ";base64," + base64.StdEncoding.EncodeToString(row.Content)), nil
}

// addTexts adds what was written about an appointment.
func (d *AppointmentData) addTexts(a *ent.Appointment, now civil.Instant) {
	d.Note, d.Contact = a.Note, contactToExport(a)
	for _, r := range a.Edges.ChangeRequests {
		d.ChangeRequests = append(d.ChangeRequests, ChangeRequestData{
			r.Kind, r.Text, r.CreatedAt.String(), ChangeRequestStateOf(r, a, now), r.Answer, written(r.AnsweredAt),
		})
	}
}

func contactToExport(a *ent.Appointment) *ContactData {
	c := ContactOf(a)
	if c == nil {
		return nil
	}
	return &ContactData{c.Name, c.Email, c.Phone, c.Locale, a.ContactTimeZone, a.ContactAcceptsMarketing, written(c.ConfirmedAt)}
}

func written(at *civil.Instant) *string {
	if at == nil {
		return nil
	}
	text := at.String()
	return &text
}
