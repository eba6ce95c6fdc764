package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/competency"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/videoroom"
)

// StaffDuplicateForVideoInput names the profile to duplicate.
type StaffDuplicateForVideoInput struct {
	StaffID        string
	DisplayName    *string
	IdempotencyKey *string // the same for every try; nil: none
}

// StaffDuplicateForVideo creates a second profile of the same person with the same video link and, of its
// branches, those that the actor sets up. It is competent
// only for the original's video services and has no work plan. It has no email address, which only one account can use.
func (s *Salon) StaffDuplicateForVideo(ctx context.Context, input StaffDuplicateForVideoInput) (*ent.Staff, error) {
	var f setupForm
	displayName := f.Name("displayName", input.DisplayName)
	request := f.request(ctx, input.IdempotencyKey, input)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var row *ent.Staff
	_, err := s.create(ctx, input, func(ctx context.Context, e *edit) error {
		staffID, isRetry, err := e.claim(ctx, request, id.Staff)
		if err != nil {
			return err
		}
		if isRetry {
			row, err = e.staff(ctx, staffID, "idempotencyKey")
			return err
		}
		original, err := e.beginOfStaff(ctx, change.KindSTAFF, input.StaffID, "staffId")
		if err != nil {
			return err
		}
		if original.ArchivedAt != nil {
			return problem.New(problem.Archived, "staffId")
		}
		name := form.CutName("Video " + original.DisplayName)
		given(displayName, func(wanted string) { name = wanted })
		row, err = e.Staff.Create().SetID(staffID).
			SetPersonID(original.PersonID).
			SetFirstName(form.CutName("Video " + original.FirstName)).SetLastName(original.LastName).
			SetDisplayName(name).SetTitle(original.Title).SetBio(original.Bio).
			SetPhone(original.Phone).
			SetColor(original.Color).SetNillablePhotoID(original.PhotoID).SetRole(staff.RoleMEMBER).
			Save(ctx)
		if err != nil {
			return err
		}
		e.change.StaffIDs = []string{row.ID}
		copied, err := e.copyForVideo(ctx, original.ID, row)
		if err != nil {
			return err
		}
		return e.Record(ctx, "staffDuplicateForVideo", row.ID, nil, copied)
	})
	return row, err
}

func (e *edit) copyForVideo(ctx context.Context, fromID string, to *ent.Staff) (newStaff, error) {
	copied := newStaff{Staff: to}
	branchIDs, err := reach.BranchesOf(ctx, e.Client, staff.ID(fromID))
	if err != nil {
		return copied, err
	}
	copied.BranchIDs = slices.DeleteFunc(branchIDs, func(branchID string) bool { return !actor.Of(ctx).SetsUp(branchID) })
	if err := e.activate(ctx, to.ID, copied.BranchIDs); err != nil {
		return copied, err
	}
	link, err := e.VideoLink.Query().Where(videolink.StaffID(fromID)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return copied, err
	}
	if link != nil {
		copied.VideoLink, err = e.createVideoLink(ctx, to, &videoroom.Room{
			Provider: link.Provider, URL: link.URL, Identity: link.Room, PerAppointment: link.RoomPerAppointment,
		})
		if err != nil {
			return copied, err
		}
	}
	copied.Competencies, err = e.copyVideoCompetencies(ctx, fromID, to.ID)
	return copied, err
}

// newStaff is the audit trail's record of a new profile with its related rows.
type newStaff struct {
	*ent.Staff
	BranchIDs    []string          `json:"branch_ids"`
	VideoLink    *ent.VideoLink    `json:"video_link,omitempty"`
	Competencies []*ent.Competency `json:"competencies,omitempty"`
}

// copyVideoCompetencies sets a yes for each video service that the original is competent for, not for categories, which may
// also hold services in the salon.
func (e *edit) copyVideoCompetencies(ctx context.Context, fromID, toID string) ([]*ent.Competency, error) {
	competencies, err := e.Competency.Query().Where(competency.StaffID(fromID)).All(ctx)
	if err != nil {
		return nil, err
	}
	services, err := e.Service.Query().Where(service.DeliveryEQ(service.DeliveryVIDEO)).All(ctx)
	if err != nil {
		return nil, err
	}
	competence := schedule.Competence(competencies, services)
	var rows []*ent.CompetencyCreate
	for _, s := range services {
		if competence[s.ID] {
			rows = append(rows, e.Competency.Create().SetStaffID(toID).SetServiceID(s.ID).SetQualified(true))
		}
	}
	return e.Competency.CreateBulk(rows...).Save(ctx)
}
