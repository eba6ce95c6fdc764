package join

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/legalnotice"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// A consultation is an appointment with the data that its join link needs.
type consultation struct {
	*ent.Appointment
	zone  civil.Zone
	entry schedule.Entry
}

// find returns the consultation with the token as of now, nil if there is none.
func find(ctx context.Context, database *store.Store, token string, now civil.Instant) (*consultation, error) {
	if !link.MayBeJoinToken(token) {
		return nil, nil
	}
	var row *ent.Appointment
	var entries map[string]schedule.Entry
	err := database.View(ctx, func(client *ent.Client) (err error) {
		row, err = client.Appointment.Query().
			Where(appointment.JoinToken(form.Copied(token))).
			WithBranch().WithService().
			WithStaff(func(q *ent.StaffQuery) { q.WithVideoLink() }).
			Only(ctx)
		if err != nil {
			return err
		}
		links := map[string]*ent.VideoLink{row.StaffID: schedule.LinkOf(row.Edges.Staff.Edges.VideoLink, row.Edges.Branch)}
		entries, err = schedule.EntriesOf(ctx, client, []*ent.Appointment{row}, links, now)
		return err
	})
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	zone, err := civil.LoadZone(row.Edges.Branch.TimeZone)
	return &consultation{row, zone, entries[row.ID]}, err
}

// state returns the state of the join link, Unknown if c is nil.
func (c *consultation) state() State {
	if c == nil {
		return Unknown
	}
	return StateOf(c.Status, c.entry.State)
}

// link returns the video link by which the call takes place, nil if there is none.
func (c *consultation) link() *ent.VideoLink {
	return schedule.LinkOf(c.Edges.Staff.Edges.VideoLink, c.Edges.Branch)
}

// isOwn reports whether the call takes place on the page itself.
func (c *consultation) isOwn() bool { return schedule.IsOwnRoom(c.link()) }

// room returns the URL of the current room of another provider, or "" if there is none.
func (c *consultation) room() string { return schedule.RoomURL(c.link(), c.Appointment) }

// mayEnter reports whether the button may lead into an open room of another provider.
func (c *consultation) mayEnter() bool {
	return schedule.MayEnter(c.link(), c.Appointment)
}

// language returns the customer's language, else the requested one.
func (c *consultation) language(acceptLanguage string) locale.Locale {
	if c != nil && c.ContactLocale != nil {
		return locale.Locale(*c.ContactLocale)
	}
	return locale.Negotiate(acceptLanguage)
}

// A visit is the data of a consultation in the template.
type visit struct {
	Service    string
	Staff      string
	StaffTitle string // may be empty
	Start      civil.Instant
	When       moment

	Salon, Phone, Email string // the latter two may be empty
	Legal               []legalnotice.Link
}

func (c *consultation) visit(l locale.Locale) *visit {
	staff, branch := c.Edges.Staff, c.Edges.Branch
	return &visit{
		Service: c.Edges.Service.Name, Staff: staff.DisplayName, StaffTitle: staff.Title,
		Start: c.StartsAt, When: momentOf(l, c.zone, c.StartsAt, c.EndsAt),
		Salon: branch.Name, Phone: branch.Phone, Email: branch.Email, Legal: legalnotice.PageLinks(l, branch),
	}
}
