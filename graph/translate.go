package graph

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// nonEmpty returns a pointer to the text; nil if it is empty.
func nonEmpty[T ~string](text T) *T {
	if text == "" {
		return nil
	}
	return &text
}

func minutes(count int) time.Duration { return time.Duration(count) * time.Minute }

func each[From, To any](list []From, convert func(From) To) []To {
	converted := make([]To, len(list))
	for i, element := range list {
		converted[i] = convert(element)
	}
	return converted
}

func pointers[T any](values []T) []*T {
	list := make([]*T, len(values))
	for i := range values {
		list[i] = &values[i]
	}
	return list
}

// profileOf loads the public part of a profile.
func profileOf(ctx context.Context, staffID string) (*schedule.StaffProfile, error) {
	row, err := load(ctx).staff.Load(ctx, staffID)
	if err != nil || row == nil {
		return nil, err
	}
	return schedule.ProfileOf(row), nil
}

// changeableUntil returns the deadline for the customer to move or cancel an appointment, or what a hold becomes.
func changeableUntil(ctx context.Context, a *ent.Appointment) (civil.Instant, error) {
	row, err := load(ctx).branch.Load(ctx, a.BranchID)
	if err != nil {
		return 0, err
	}
	return booking.ChangeableUntil(a, row), nil
}

func profilesOf(rows []*ent.Staff) []*schedule.StaffProfile {
	list := make([]*schedule.StaffProfile, len(rows))
	for i, row := range rows {
		list[i] = schedule.ProfileOf(row)
	}
	return list
}

// others returns the profiles without self. It copies the list, which other fields share.
func others(profiles []*ent.Staff, self *ent.Staff) []*ent.Staff {
	return slices.DeleteFunc(slices.Clone(profiles), func(row *ent.Staff) bool { return row.ID == self.ID })
}

// inBranch returns the rows of one branch, or all rows if branchID is nil.
func inBranch[T any](rows []*T, branchID *string, branchOf func(*T) string) []*T {
	if branchID == nil {
		return rows
	}
	return slices.DeleteFunc(slices.Clone(rows), func(row *T) bool { return branchOf(row) != *branchID })
}

// underInput prefixes the field paths of problems with the argument input.
func underInput(err error) error {
	problems := problem.Of(err)
	if len(problems) == 0 {
		return err
	}
	var list problem.List
	for _, p := range problems {
		list.Add(&problem.Problem{Code: p.Code, Field: inputPath(p.Field), Arguments: p.Arguments})
	}
	return list
}
