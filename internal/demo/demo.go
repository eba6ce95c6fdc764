// Package demo fills a database with a salon to try visavis with: two branches, five people who serve customers, one for
// each state of readiness for video consultations, and a receptionist.
package demo

import (
	"context"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/civil"
	"visavis/internal/store"
)

// The IDs are fixed, so that examples can use them.
const (
	mitte     = "brn_demo-mitte"
	west      = "brn_demo-west"
	hair      = "cat_demo-hair"
	video     = "cat_demo-video"
	cut       = "svc_demo-cut"
	balayage  = "svc_demo-balayage"
	videoCare = "svc_demo-video-care"
	videoTint = "svc_demo-video-colour"
)

// Fill creates the demo salon, unless there is a branch already. Nobody can sign in before CreateSignIns.
func Fill(ctx context.Context, s *store.Store, clock civil.Clock) error {
	return s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		taken, err := tx.Branch.Query().Exist(ctx)
		if err != nil || taken {
			return err
		}
		if err := branches(ctx, tx.Client, clock()); err != nil {
			return err
		}
		if err := services(ctx, tx.Client); err != nil {
			return err
		}
		today := civil.NewDate(clock().Time().Date())
		for _, m := range team {
			if err := m.create(ctx, tx.Client, today); err != nil {
				return err
			}
		}
		return nil
	})
}

func branches(ctx context.Context, client *ent.Client, now civil.Instant) error {
	for _, b := range []*ent.BranchCreate{
		client.Branch.Create().SetID(mitte).SetName("Salon Mitte").SetSlug("mitte").
			SetStreet("Auguststraße 12").SetPostalCode("10117").SetCity("Berlin").
			SetEmail("mitte@salon.example").SetPhone("+49 30 5550100"),
		client.Branch.Create().SetID(west).SetName("Salon West").SetSlug("west").
			SetStreet("Kantstraße 90").SetPostalCode("10627").SetCity("Berlin").
			SetEmail("west@salon.example").SetPhone("+49 30 5550101"),
	} {
		row, err := b.SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).SetCountry("Deutschland").SetCountryCode("DE").
			SetImprintVersion(1).SetPrivacyNoticeVersion(1).SetTermsVersion(1).Save(ctx)
		if err != nil {
			return err
		}
		if err := legalTexts(ctx, client, row, now); err != nil {
			return err
		}
		for weekday := time.Tuesday; weekday <= time.Saturday; weekday++ {
			err := client.OpeningHours.Create().SetBranchID(row.ID).SetWeekday(weekday).SetIntervals(day("09:00-19:00")).Exec(ctx)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func services(ctx context.Context, client *ent.Client) error {
	categories := client.ServiceCategory.CreateBulk(
		client.ServiceCategory.Create().SetID(hair).SetName("Haare"),
		client.ServiceCategory.Create().SetID(video).SetName("Video-Beratungen"),
	)
	if err := categories.Exec(ctx); err != nil {
		return err
	}
	return client.Service.CreateBulk(
		client.Service.Create().SetID(cut).SetCategoryID(hair).SetName("Haarschnitt").
			SetDelivery(service.DeliveryIN_SALON).SetDurationMinutes(45).SetCleanUpMinutes(10).SetPriceMinorUnits(5200).
			SetDescription("Waschen, schneiden, föhnen."),
		client.Service.Create().SetID(balayage).SetCategoryID(hair).SetName("Balayage").
			SetDelivery(service.DeliveryIN_SALON).SetDurationMinutes(150).SetCleanUpMinutes(15).SetPriceMinorUnits(18900).
			SetDescription("Von Hand gesetzte Strähnen mit weichem Übergang."),
		client.Service.Create().SetID(videoTint).SetCategoryID(video).SetName("Farbberatung").
			SetDelivery(service.DeliveryVIDEO).SetDurationMinutes(30).SetCleanUpMinutes(5).SetPriceMinorUnits(2500).
			SetDescription("Welche Farbe zu dir passt, per Video."),
		client.Service.Create().SetID(videoCare).SetCategoryID(video).SetName("Pflegeberatung").
			SetDelivery(service.DeliveryVIDEO).SetDurationMinutes(20).SetCleanUpMinutes(5).
			SetDescription("Pflege für dein Haar, per Video und kostenlos."),
	).Exec(ctx)
}

// A member of the team lacks at most one thing, except the receptionist, who offers no service.
type member struct {
	name, lastName, title, color string
	role                         staff.Role

	branchIDs  []string // in which the member is active
	planned    []string // in which the member has a work plan
	competent  bool
	hasLink    bool
	worksUntil string
}

var team = []member{
	{"Anna", "Albrecht", "Coloristin", "#0f5c63", staff.RoleOWNER, []string{mitte, west}, []string{mitte, west}, true, true, "17:00"},
	{"Ben", "Brandt", "Stylist", "#b4552d", staff.RoleMEMBER, []string{mitte}, []string{mitte}, true, false, "18:00"},
	{"Clara", "Cordes", "Stylistin", "#5b3aa6", staff.RoleMANAGER, []string{mitte}, []string{mitte}, false, true, "18:00"},
	{"David", "Dietz", "Stylist", "#2f6b3c", staff.RoleMEMBER, []string{west}, []string{west, mitte}, true, true, "18:00"},
	{"Ella", "Engel", "Auszubildende", "#9c2f5f", staff.RoleMEMBER, []string{mitte}, nil, true, true, ""},
	{"Frida", "Fuchs", "Empfang", "#3a5a9c", staff.RoleRECEPTIONIST, []string{mitte}, nil, false, false, ""},
}

func (m member) id() string { return "demo-" + strings.ToLower(m.name) }

func (m member) staffID() string { return "stf_" + m.id() }

func (m member) servesCustomers() bool { return m.role != staff.RoleRECEPTIONIST }

func (m member) create(ctx context.Context, client *ent.Client, today civil.Date) error {
	id := m.id()
	person, err := client.Person.Create().SetID("prs_" + id).Save(ctx)
	if err != nil {
		return err
	}
	profile, err := client.Staff.Create().SetID(m.staffID()).SetPersonID(person.ID).
		SetFirstName(m.name).SetLastName(m.lastName).SetDisplayName(m.name).SetTitle(m.title).SetColor(m.color).
		SetEmail(strings.ToLower(m.name) + "@salon.example").SetRole(m.role).SetBookableOnline(m.servesCustomers()).Save(ctx)
	if err != nil {
		return err
	}
	if m.servesCustomers() {
		if err := client.Competency.Create().SetStaffID(profile.ID).SetCategoryID(hair).SetQualified(true).Exec(ctx); err != nil {
			return err
		}
	}
	if m.competent {
		if err := client.Competency.Create().SetStaffID(profile.ID).SetCategoryID(video).SetQualified(true).Exec(ctx); err != nil {
			return err
		}
	}
	if m.hasLink {
		room := "meet.jit.si/visavis-" + id
		if err := client.VideoLink.Create().SetStaffID(profile.ID).SetPersonID(person.ID).
			SetProvider(videolink.ProviderJITSI).SetURL("https://" + room).SetRoom(room).Exec(ctx); err != nil {
			return err
		}
	}
	for _, branchID := range m.branchIDs {
		if err := client.BranchMembership.Create().SetStaffID(profile.ID).SetBranchID(branchID).SetActive(true).Exec(ctx); err != nil {
			return err
		}
	}
	return m.work(ctx, client, profile.ID, today)
}

// work divides the days among the branches with a plan: the first has Tuesday to Thursday, the last Friday and Saturday.
func (m member) work(ctx context.Context, client *ent.Client, staffID string, today civil.Date) error {
	plans := map[string]*ent.WorkPlan{}
	for _, branchID := range m.planned {
		plan, err := client.WorkPlan.Create().SetStaffID(staffID).SetBranchID(branchID).SetRotationStart(today.Monday()).Save(ctx)
		if err != nil {
			return err
		}
		plans[branchID] = plan
	}
	for weekday := time.Tuesday; weekday <= time.Saturday && len(plans) > 0; weekday++ {
		branchID := m.planned[0]
		if weekday >= time.Friday {
			branchID = m.planned[len(m.planned)-1]
		}
		hours := day("09:00-13:00,14:00-" + m.worksUntil)
		if err := client.Shift.Create().SetWorkPlan(plans[branchID]).SetWeek(1).SetWeekday(weekday).SetIntervals(hours).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// day parses intervals; it panics if they are invalid.
func day(text string) civil.Intervals {
	intervals, err := civil.ParseIntervals(text)
	if err != nil {
		panic(err)
	}
	return intervals
}
