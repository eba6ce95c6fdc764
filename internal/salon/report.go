package salon

import (
	"cmp"
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
)

// ReportGrouping is what a row of a report stands for.
type ReportGrouping string

// The groupings.
const (
	ReportByMonth   ReportGrouping = "MONTH"
	ReportByPerson  ReportGrouping = "PERSON"
	ReportByService ReportGrouping = "SERVICE"
	ReportByBranch  ReportGrouping = "BRANCH"
)

// maxReportRows is the largest number of rows of a report.
const maxReportRows = 500

// ReportSearch selects the appointments of a report by the local dates of their starts.
type ReportSearch struct {
	Dates    civil.DateRange
	GroupBy  ReportGrouping
	BranchID *string // nil: all branches that the actor sets up
}

// Report counts appointments.
type Report struct {
	Rows    []*ReportRow // months in order; others from the most appointments
	LeftOut int          // rows beyond the largest number
	Total   *ReportFigures
}

// ReportRow is a month, person, service or branch with its figures.
type ReportRow struct {
	Key     string // month as 2026-11, or the ID
	Name    string // the same month, or the name
	Figures *ReportFigures
}

// Report returns the report of the branches that the actor sets up.
func (s *Salon) Report(ctx context.Context, search ReportSearch) (report *Report, err error) {
	if err := search.check(); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		branches, err := reportedBranches(ctx, client, search.BranchID)
		if err != nil {
			return err
		}
		parts := []reportPart{{dates: search.Dates}}
		if search.GroupBy == ReportByMonth {
			parts = monthsIn(search.Dates)
		}
		counts, err := countAppointments(ctx, client, search, branches, parts)
		if err != nil {
			return err
		}
		if search.GroupBy == ReportByMonth {
			report = reportOf(counts, parts)
			return nil
		}
		report = reportOf(counts, nil)
		return nameRows(ctx, client, search.GroupBy, report.Rows)
	})
	return report, err
}

// reportedBranches returns the branches of a report.
func reportedBranches(ctx context.Context, client *ent.Client, branchID *string) ([]*ent.Branch, error) {
	if branchID == nil {
		return client.Branch.Query().Where(reach.Branches(actor.Of(ctx))...).Select(branch.FieldID, branch.FieldTimeZone).All(ctx)
	}
	row, err := client.Branch.Get(ctx, *branchID)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.NotFound, "branchId")
	}
	if err != nil {
		return nil, err
	}
	return []*ent.Branch{row}, reach.CheckSetUp(ctx, *branchID, "branchId")
}

// reportOf sums counts up by key. Rows of the named months are there even if they are empty.
func reportOf(counts []reportCount, months []reportPart) *Report {
	total := &ReportFigures{}
	byKey := map[string]*ReportFigures{}
	for _, month := range months {
		byKey[month.name] = &ReportFigures{}
	}
	for _, count := range counts {
		figures, known := byKey[count.key]
		if !known {
			figures = &ReportFigures{}
			byKey[count.key] = figures
		}
		figures.add(count)
		total.add(count)
	}
	rows := make([]*ReportRow, 0, len(byKey))
	for key, figures := range byKey {
		rows = append(rows, &ReportRow{Key: key, Name: key, Figures: figures})
	}
	slices.SortFunc(rows, func(a, b *ReportRow) int {
		if months != nil {
			return cmp.Compare(a.Key, b.Key)
		}
		return cmp.Or(cmp.Compare(b.Figures.taken(), a.Figures.taken()), cmp.Compare(b.Figures.Cancelled, a.Figures.Cancelled), cmp.Compare(a.Key, b.Key))
	})
	most := min(len(rows), maxReportRows)
	return &Report{Rows: rows[:most], LeftOut: len(rows) - most, Total: total}
}

func (s *ReportSearch) check() error {
	if err := schedule.CheckDates(s.Dates, schedule.MaxReportDays); err != nil {
		return err
	}
	if s.BranchID == nil {
		return nil
	}
	return id.Branch.Check(*s.BranchID, "branchId")
}
