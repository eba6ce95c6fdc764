package calendarfeed

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/calendarfeed"
	"visavis/ent/staff"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/locale"
	"visavis/internal/reach"
	"visavis/internal/salon"
	"visavis/internal/schedule"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// past is how far back a feed reaches.
const past = 30 * 24 * time.Hour

// An agenda is the content of a person's feed, across all of their profiles.
type agenda struct {
	name         string
	language     locale.Locale
	appointments []*ent.Appointment
	absences     []*ent.Absence
}

// load returns the agenda of the person whose feed has the secret, in a fixed number of queries. It returns nil if the
// secret is unknown or nothing gives a right to the feed any longer.
func load(ctx context.Context, database *store.Store, text string, now civil.Instant) (*agenda, error) {
	var a *agenda
	err := database.View(ctx, func(client *ent.Client) error {
		a = nil
		row, err := client.CalendarFeed.Query().Where(calendarfeed.SecretHash(secret.Hash(form.Copied(text)))).
			WithMaker(reach.WithBranches).WithPerson(func(q *ent.PersonQuery) { q.WithProfiles(reach.WithBranches) }).Only(ctx)
		if err != nil {
			return err
		}
		// Asked again here, because a role may be lowered while a feed is made.
		profiles := row.Edges.Person.Edges.Profiles
		if !salon.MayHaveCalendarFeed(row.Edges.Maker, profiles) {
			return nil
		}
		a = &agenda{name: nameOf(profiles)}
		since := now.Add(-past)
		if a.language, err = languageOf(ctx, client, row.PersonID); err != nil {
			return err
		}
		if a.appointments, err = appointmentsOf(ctx, client, row.PersonID, since); err != nil {
			return err
		}
		a.absences, err = absencesOf(ctx, client, row.PersonID, since)
		return err
	})
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return a, err
}

// nameOf returns the shortest name of a person: of Anna and Video Anna, it is Anna.
func nameOf(profiles []*ent.Staff) string {
	name := ""
	for _, profile := range profiles {
		if profile.ArchivedAt == nil && (name == "" || len(profile.DisplayName) < len(name)) {
			name = profile.DisplayName
		}
	}
	return name
}

// languageOf returns the language of the person's first branch, since calendar programs send arbitrary Accept-Language
// headers.
func languageOf(ctx context.Context, client *ent.Client, personID string) (locale.Locale, error) {
	works := branchmembership.And(branchmembership.Active(true), branchmembership.HasStaffWith(staff.PersonID(personID)))
	row, err := client.Branch.Query().Where(branch.HasMembershipsWith(works)).Order(ent.Asc(branch.FieldOrderKey, branch.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return locale.German, nil
	}
	if err != nil {
		return "", err
	}
	return locale.Locale(row.Locale), nil
}

// appointmentsOf returns appointments without holds.
func appointmentsOf(ctx context.Context, client *ent.Client, personID string, since civil.Instant) ([]*ent.Appointment, error) {
	return client.Appointment.Query().
		Where(appointment.PersonID(personID), schedule.EndsAfter(since), appointment.StatusNEQ(appointment.StatusHELD)).
		WithBranch().WithService().
		Order(appointment.ByStartsAt(), appointment.ByID()).
		All(ctx)
}

// absencesOf may include an absence that ended a day too early: time zones differ by at most that.
func absencesOf(ctx context.Context, client *ent.Client, personID string, since civil.Instant) ([]*ent.Absence, error) {
	day := civil.PossibleDates(since, since).First
	return client.Absence.Query().
		Where(absence.PersonID(personID), absence.Or(absence.EndsAtGT(since), absence.LastDayGTE(day))).
		Order(absence.ByID()).
		All(ctx)
}
