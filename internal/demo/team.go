package demo

import (
	"context"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/civil"
)

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

func (m member) personID() string { return "prs_" + m.id() }

func (m member) servesCustomers() bool { return m.role != staff.RoleRECEPTIONIST }

func (m member) create(ctx context.Context, client *ent.Client, today civil.Date) error {
	id := m.id()
	person, err := client.Person.Create().SetID(m.personID()).Save(ctx)
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

// branchOn returns the branch for which the member has a shift on a weekday: the first with a plan from Tuesday to Thursday, the last on
// Friday and Saturday. It is empty if there is none.
func (m member) branchOn(weekday time.Weekday) string {
	switch {
	case len(m.planned) == 0 || !isOpenOn(weekday):
		return ""
	case weekday < time.Friday:
		return m.planned[0]
	default:
		return m.planned[len(m.planned)-1]
	}
}

// hours returns when a shift of the member begins and ends.
func (m member) hours() civil.Intervals { return day("09:00-13:00,14:00-" + m.worksUntil) }

// work creates the plans and shifts of the member.
func (m member) work(ctx context.Context, client *ent.Client, staffID string, today civil.Date) error {
	plans := map[string]*ent.WorkPlan{}
	for _, branchID := range m.planned {
		plan, err := client.WorkPlan.Create().SetStaffID(staffID).SetBranchID(branchID).SetRotationStart(today.Monday()).Save(ctx)
		if err != nil {
			return err
		}
		plans[branchID] = plan
	}
	for weekday := time.Sunday; weekday <= time.Saturday; weekday++ {
		branchID := m.branchOn(weekday)
		if branchID == "" {
			continue
		}
		if err := client.Shift.Create().SetWorkPlan(plans[branchID]).SetWeek(1).SetWeekday(weekday).SetIntervals(m.hours()).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
