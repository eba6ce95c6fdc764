package salon_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/salon"
)

// nails is a set-up with two categories, of which one exists.
func nails(t *testing.T) salon.BranchSetUpInput {
	return salon.BranchSetUpInput{
		BranchID: mitte, OpeningHours: weekly(t, "09:00-18:00", time.Monday, time.Saturday),
		Categories: []salon.NewCategoryInput{
			{Name: "Nägel", Services: []salon.NewServiceInput{
				{Name: "Maniküre", Delivery: service.DeliveryIN_SALON, Duration: 30 * time.Minute, Price: &salon.MoneyInput{MinorUnits: 2900}},
				{Name: "Beratung", Delivery: service.DeliveryVIDEO, Duration: 15 * time.Minute},
			}},
			{Name: "KOSMETIK", Services: []salon.NewServiceInput{{Name: "Maske", Delivery: service.DeliveryIN_SALON, Duration: time.Hour}}},
		},
		QualifiedStaffIDs: []string{anna, ben},
		OwnRoomByDefault:  new(true),
		IdempotencyKey:    new("one-set-up-of-the-salon"),
	}
}

// setUpRows writes down what a set-up may change, without versions.
func (s *testSalon) setUpRows(t *testing.T) string {
	t.Helper()
	hours, err := s.OpeningHoursOf(byOwner(t), []string{mitte})
	check(t, err)
	lines := []string{}
	for _, interval := range hours[mitte] {
		lines = append(lines, interval.Weekday.String()+" "+interval.From.String())
	}
	dump := s.dump(t)
	row, err := s.Branch(byOwner(t), new(mitte), nil)
	check(t, err)
	return fmt.Sprint("own room: ", row.OwnRoomByDefault) + strings.Join(lines, "\n") + dump["services"] + dump["service_categories"] + competenciesOf(dump)
}

// competenciesOf returns the competencies without their numbers, which are new when they are set anew.
func competenciesOf(dump map[string]string) string {
	rows := strings.Split(dump["competencies"], "\n")
	for i, row := range rows {
		_, rows[i], _ = strings.Cut(row, " ")
	}
	slices.Sort(rows)
	return strings.Join(rows, "\n")
}

func TestABranchIsSetUpInOneStepAndBack(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		before := s.setUpRows(t)
		hours, err := s.OpeningHoursOf(byOwner(t), []string{mitte})
		check(t, err)
		var week []salon.WeeklyInterval
		for _, one := range hours[mitte] {
			week = append(week, *one)
		}
		entries := s.entries(t)
		done, _, err := s.BranchSetUp(byOwner(t), nails(t))
		check(t, err)
		same(t, "entries and changes", s.entries(t), []int{entries[0] + 1, entries[1] + 1})
		same(t, "categories", names(done.Categories, func(row *ent.ServiceCategory) string { return row.Name }), []string{"Nägel"})
		same(t, "services", names(done.Services, func(row *ent.Service) string { return row.Name }), []string{"Maniküre", "Beratung", "Maske"})
		same(t, "the service of a category that exists", done.Services[2].CategoryID, cosmetics)
		same(t, "the currency", done.Services[0].PriceCurrency, "EUR")
		same(t, "the own room of the branch", done.Branch.OwnRoomByDefault, true)
		same(t, "Ben is ready without a link", s.readiness(t, mitte)[ben], "ready")
		same(t, "a price", done.Services[0].PriceMinorUnits, 2900)
		bookable, err := s.BookableServicesOf(byOwner(t), []string{mitte})
		check(t, err)
		same(t, "what Anna and Ben can do", slices.ContainsFunc(bookable[mitte], func(row *ent.Service) bool { return row.Name == "Maniküre" }), true)

		again, _, err := s.BranchSetUp(byOwner(t), nails(t))
		check(t, err)
		same(t, "entries after a retry", s.entries(t), []int{entries[0] + 1, entries[1] + 1})
		same(t, "the services of a retry", names(again.Services, func(row *ent.Service) string { return row.ID }), names(done.Services, func(row *ent.Service) string { return row.ID }))
		same(t, "the categories of a retry", names(again.Categories, func(row *ent.ServiceCategory) string { return row.ID }), names(done.Categories, func(row *ent.ServiceCategory) string { return row.ID }))

		s.oneStep(t, salon.BranchSetUpInput{
			BranchID: mitte, OpeningHours: week, ExpectedOpeningHoursVersion: &done.Branch.OpeningHoursVersion, OwnRoomByDefault: new(false),
			RemovedServiceIDs:  names(done.Services, func(row *ent.Service) string { return row.ID }),
			RemovedCategoryIDs: names(done.Categories, func(row *ent.ServiceCategory) string { return row.ID }),
		})
		same(t, "undone", s.setUpRows(t), before)
	})
}

// A request that creates nothing is recognized, too.
func TestASetUpWithoutCategoriesIsDoneOnce(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		done, _, err := s.BranchSetUp(byOwner(t), nails(t))
		check(t, err)
		twice := func(what string, input salon.BranchSetUpInput) {
			t.Helper()
			s.oneStep(t, input)
			entries := s.entries(t)
			again, _, err := s.BranchSetUp(byOwner(t), input)
			check(t, err)
			same(t, what+", sent again", s.entries(t), entries)
			same(t, what+", the branch", again.Branch.ID, mitte)
			input.QualifiedStaffIDs = []string{anna}
			s.refuses(t, input, "IDEMPOTENCY_KEY_REUSED idempotencyKey")
		}
		twice("hours", salon.BranchSetUpInput{
			BranchID: mitte, OpeningHours: weekly(t, "10:00-18:00", time.Monday), ExpectedOpeningHoursVersion: &done.Branch.OpeningHoursVersion,
			IdempotencyKey: new("the-hours-of-the-salon"),
		})
		twice("removals", salon.BranchSetUpInput{
			BranchID: mitte, IdempotencyKey: new("the-end-of-all-nails"),
			RemovedServiceIDs:  names(done.Services, func(row *ent.Service) string { return row.ID }),
			RemovedCategoryIDs: names(done.Categories, func(row *ent.ServiceCategory) string { return row.ID }),
		})
	})
}

// Everybody of a large salon becomes competent for all of a large set-up.
func TestALargeSetUp(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		input := salon.BranchSetUpInput{BranchID: mitte}
		for i := range 50 {
			input.Categories = append(input.Categories, salon.NewCategoryInput{Name: fmt.Sprint("Category ", i)})
		}
		s.write(t, func(ctx context.Context, c *ent.Client) {
			for i := range 250 {
				staffID := fmt.Sprint("stf_many-", i)
				c.Staff.Create().SetID(staffID).SetPersonID("prs_demo-ben").SetFirstName("Ben").SetDisplayName("Ben").SetRole(staff.RoleMEMBER).SetColor("#112233").ExecX(ctx)
				input.QualifiedStaffIDs = append(input.QualifiedStaffIDs, staffID)
			}
		})
		before := s.store.Client().Competency.Query().CountX(t.Context())
		s.do(t, input)
		same(t, "competencies", s.store.Client().Competency.Query().CountX(t.Context())-before, 250*50)
	})
}

// createdBySetUp makes some services and a category those of an earlier set-up.
func createdBySetUp(ctx context.Context, c *ent.Client) {
	after := fmt.Sprintf(`{"Categories":[{"id":%q},{"id":%q}],"Services":[{"id":%q},{"id":%q}]}`, cosmetics, hair, videoCare, cut)
	c.AuditEntry.Create().SetID("aud_set-up").SetAt(1).SetActor("STAFF").SetAction("branchSetUp").SetSubjectID(mitte).SetAfter([]byte(after)).SaveX(ctx)
}

func TestWhatIsNoSetUp(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		wrong := func(change func(*salon.BranchSetUpInput), problems ...string) {
			t.Helper()
			input := nails(t)
			change(&input)
			s.refuses(t, input, problems...)
		}
		wrong(func(i *salon.BranchSetUpInput) { i.BranchID = "brn_unknown" }, "NOT_FOUND branchId")
		wrong(func(i *salon.BranchSetUpInput) { i.BranchID = anna }, "ID_OF_ANOTHER_KIND branchId")
		wrong(func(i *salon.BranchSetUpInput) { i.ExpectedOpeningHoursVersion = new(7) }, "CHANGED_MEANWHILE expectedOpeningHoursVersion")
		wrong(func(i *salon.BranchSetUpInput) { i.OpeningHours[1].To = i.OpeningHours[1].From }, "INTERVAL_EMPTY openingHours.1.to")
		wrong(func(i *salon.BranchSetUpInput) { i.Categories[1].Name = " " }, "REQUIRED categories.1.name")
		wrong(func(i *salon.BranchSetUpInput) { i.Categories[0].Services[1].Name = "" }, "REQUIRED categories.0.services.1.name")
		wrong(func(i *salon.BranchSetUpInput) { i.Categories[0].Services[1].Duration = 0 }, "OUT_OF_RANGE categories.0.services.1.duration")
		wrong(func(i *salon.BranchSetUpInput) { i.Categories[0].Services[0].Price.MinorUnits = -1 }, "OUT_OF_RANGE categories.0.services.0.price.minorUnits")
		wrong(func(i *salon.BranchSetUpInput) {
			i.Categories[0].Services = slices.Repeat(i.Categories[0].Services, 51)
		}, "TOO_MANY categories.0.services")
		wrong(func(i *salon.BranchSetUpInput) { i.Categories = make([]salon.NewCategoryInput, 51) }, "TOO_MANY categories")
		wrong(func(i *salon.BranchSetUpInput) { i.QualifiedStaffIDs[1] = "stf_unknown" }, "NOT_FOUND qualifiedStaffIds.1")
		wrong(func(i *salon.BranchSetUpInput) { i.QualifiedStaffIDs[1] = anna }, "TAKEN qualifiedStaffIds.1")
		wrong(func(i *salon.BranchSetUpInput) { i.RemovedServiceIDs = []string{videoCare} }, "NOT_FOUND removedServiceIds.0") // no set-up has created it
		wrong(func(i *salon.BranchSetUpInput) { i.RemovedCategoryIDs = []string{cosmetics} }, "NOT_FOUND removedCategoryIds.0")
		s.write(t, createdBySetUp)
		wrong(func(i *salon.BranchSetUpInput) { i.RemovedServiceIDs = []string{videoCare, cut} }, "IN_USE removedServiceIds.1")
		wrong(func(i *salon.BranchSetUpInput) { i.BranchID, i.RemovedServiceIDs = west, []string{videoCare} }, "NOT_FOUND removedServiceIds.0")
		wrong(func(i *salon.BranchSetUpInput) { i.RemovedServiceIDs = []string{hair} }, "ID_OF_ANOTHER_KIND removedServiceIds.0")
		wrong(func(i *salon.BranchSetUpInput) { i.RemovedCategoryIDs = []string{hair} }, "IN_USE removedCategoryIds.0")
		wrong(func(i *salon.BranchSetUpInput) { i.RemovedCategoryIDs = []string{"cat_unknown"} }, "NOT_FOUND removedCategoryIds.0")
		_, _, err := s.BranchSetUp(byManagerOf(t, west), nails(t))
		same(t, "by a manager of another branch", problemsOf(err), []string{"OWN_BRANCHES_ONLY branchId"})
	})
}
