package mail

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/changerequest"
	entmail "visavis/ent/mail"
	"visavis/ent/mailtext"
	"visavis/ent/service"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/legalnotice"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
	mailtexts "visavis/internal/mailtext"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// TextPreview returns a mail of a branch to an invented customer, with texts that need not be saved. It returns nil if the branch is unknown.
func (m *Mail) TextPreview(ctx context.Context, branchID string, kind mailtext.Kind, language branch.Locale, content mailtexts.Content) (*compose.Message, error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	if err := reach.CheckSetUp(ctx, branchID, "branchId"); err != nil {
		return nil, err
	}
	var f form.Form
	content = mailtexts.Read(&f, "content", content)
	if err := f.Err(); err != nil {
		return nil, err
	}
	client := m.database.Client()
	l := locale.Locale(language)
	row, err := store.OrNil(client.Branch.Get(ctx, branchID))
	if row == nil || err != nil {
		return nil, err
	}
	offered, err := store.OrNil(client.Service.Query().Where(service.ArchivedAtIsNil()).Order(ent.Asc(service.FieldOrderKey, service.FieldID)).First(ctx))
	if err != nil {
		return nil, err
	}
	if offered == nil {
		offered = &ent.Service{Name: catalog.In(l).service, Delivery: service.DeliveryVIDEO, DurationMinutes: 30}
	}
	brand, err := m.brand(ctx, row)
	if err != nil {
		return nil, err
	}
	if booking.PurposeOf(entmail.Kind(kind)) != "" {
		of := m.customerLink(row, entmail.Kind(kind), catalog.In(l).customer, l, hiddenSecret)
		of.Brand, of.Texts = brand, content
		return compose.WriteCustomerLink(of)
	}
	facts, err := m.invented(row, offered, kind, l)
	if err != nil {
		return nil, err
	}
	facts.Texts, facts.Brand = content, brand
	switch kind {
	case mailtext.KindMOVE_DECLINED:
		return compose.WriteChangeDeclined(facts, changerequest.KindMOVE, "")
	case mailtext.KindCANCEL_DECLINED:
		return compose.WriteChangeDeclined(facts, changerequest.KindCANCEL, "")
	default:
		return compose.Write(facts, m.clock())
	}
}

// invented returns the facts of an appointment in a week.
func (m *Mail) invented(in *ent.Branch, offered *ent.Service, kind mailtext.Kind, l locale.Locale) (compose.Facts, error) {
	zone, err := civil.LoadZone(in.TimeZone)
	if err != nil {
		return compose.Facts{}, err
	}
	const week, ten = 7, 10 * time.Hour
	w := catalog.In(l)
	start := zone.StartOf(zone.Date(m.clock()).AddDays(week)).Add(ten)
	facts := compose.Facts{
		Kind: entmail.Kind(kind), Language: l, AppointmentID: "apt_preview", Version: 1,
		Customer: compose.Customer{Name: w.customer},
		Service:  offered.Name, Price: legalnotice.Price(l, offered, in), Video: offered.Delivery == service.DeliveryVIDEO, Staff: w.staff,
		Start: start, End: start.Add(time.Duration(offered.DurationMinutes) * time.Minute), Zone: zone,
		Branch:          m.branchIn(in, l),
		ManageURL:       m.publicURL + link.Manage(hiddenSecret),
		CalendarURL:     m.publicURL + link.ManageCalendar(hiddenSecret),
		ChangeableUntil: booking.ChangeableUntil(&ent.Appointment{StartsAt: start}, in),
	}
	if facts.Video {
		facts.JoinURL = m.publicURL + link.Join(hiddenSecret)
	}
	switch facts.Kind {
	case entmail.KindTO_CONFIRM:
		facts.JoinURL, facts.ConfirmURL, facts.HeldUntil = "", m.publicURL+link.Confirm(hiddenSecret), m.clock().Add(30*time.Minute)
	case entmail.KindOFFER:
		facts.OfferedUntil = m.clock().Add(2 * time.Hour)
		facts.Offered = []compose.Known{{Start: start.Add(3 * time.Hour), Staff: w.staff}, {Start: start.Add(24 * time.Hour), Staff: w.staff}}
	case entmail.KindCHANGED:
		facts.ChangedFrom = &compose.Known{Start: start, Length: facts.End.Sub(start) + 15*time.Minute}
	case entmail.KindMOVED:
		facts.ChangedFrom = &compose.Known{Start: start.Add(-24 * time.Hour), Staff: w.staff}
	}
	return facts, nil
}
