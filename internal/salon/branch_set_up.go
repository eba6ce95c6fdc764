package salon

import (
	"context"
	"slices"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// BranchSetUpInput is a set-up of a branch, or what undoes one.
type BranchSetUpInput struct {
	BranchID                    string
	OpeningHours                []WeeklyInterval // nil keeps them
	ExpectedOpeningHoursVersion *int             // nil: any
	OwnRoomByDefault            *bool            // nil keeps it
	Categories                  []NewCategoryInput
	QualifiedStaffIDs           []string // for the created categories
	RemovedServiceIDs           []string
	RemovedCategoryIDs          []string
	IdempotencyKey              *string // the same for every try; nil: none
}

// NewCategoryInput is a category to create, or one that exists under the name, with services to create in it.
type NewCategoryInput struct {
	Name     string
	Services []NewServiceInput
}

// NewServiceInput is a service to create.
type NewServiceInput struct {
	Name     string
	Delivery service.Delivery
	Duration time.Duration
	Price    *MoneyInput // nil: free
}

// Limits of a set-up.
const (
	newCategories       = 50
	newServicesEach     = 100
	removedBySetUp      = form.ListLength
	qualifiedByOneSetUp = form.ListLength
)

// BranchSetUpDone is a branch that is set up, with what was created.
type BranchSetUpDone struct {
	Branch     *ent.Branch
	Categories []*ent.ServiceCategory // without those that existed
	Services   []*ent.Service
}

// BranchSetUp replaces the opening hours, creates categories with services and sets whether the own room is the default, in one step, or
// removes what it has created. If the opening hours have changed meanwhile, it returns the branch with the problem.
func (s *Salon) BranchSetUp(ctx context.Context, input BranchSetUpInput) (*BranchSetUpDone, []*ent.Appointment, error) {
	var f setupForm
	week := f.week("openingHours", input.OpeningHours)
	categories := f.newCategories(input.Categories)
	f.atMost("qualifiedStaffIds", len(input.QualifiedStaffIDs), qualifiedByOneSetUp)
	f.atMost("removedServiceIds", len(input.RemovedServiceIDs), removedBySetUp)
	f.atMost("removedCategoryIds", len(input.RemovedCategoryIDs), removedBySetUp)
	request := f.request(ctx, input.IdempotencyKey, input)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var done *BranchSetUpDone
	stranded, err := s.create(ctx, input, func(ctx context.Context, e *edit) error {
		done = &BranchSetUpDone{}
		row, err := e.beginSetUp(ctx, input.BranchID)
		if err != nil {
			return err
		}
		done.Branch = row
		_, isRetry, err := e.claim(ctx, request, id.BranchSetUp) // itself, for one that creates nothing
		if err != nil {
			return err
		}
		claimed := &claims{edit: e, request: request, isRetry: isRetry}
		var before, after branchSetUp
		if err := claimed.create(ctx, categories, done); err != nil || claimed.isRetry {
			return err
		}
		if changed := unchanged("expectedOpeningHoursVersion", input.ExpectedOpeningHoursVersion, row.OpeningHoursVersion); changed != nil {
			return changed
		}
		if input.OpeningHours != nil {
			if before.OpeningHours, after.OpeningHours, err = e.replaceOpeningHours(ctx, row.ID, week); err != nil {
				return err
			}
			if done.Branch, err = row.Update().AddOpeningHoursVersion(1).Save(ctx); err != nil {
				return err
			}
		}
		if input.OwnRoomByDefault != nil && *input.OwnRoomByDefault != row.OwnRoomByDefault {
			before.OwnRoomByDefault, after.OwnRoomByDefault = &row.OwnRoomByDefault, input.OwnRoomByDefault
			if done.Branch, err = done.Branch.Update().SetOwnRoomByDefault(*input.OwnRoomByDefault).Save(ctx); err != nil {
				return err
			}
		}
		if after.Competencies, err = e.qualify(ctx, input.QualifiedStaffIDs, done.Categories); err != nil {
			return err
		}
		if before.Services, before.Categories, err = e.removeCreated(ctx, row.ID, input); err != nil {
			return err
		}
		after.Categories, after.Services = done.Categories, done.Services
		return e.Record(ctx, branchSetUpAction, row.ID, before, after)
	})
	return done, stranded, err
}

// branchSetUp is the audit entry of a set-up.
type branchSetUp struct {
	OpeningHours []*ent.OpeningHours    `json:",omitempty"`
	Categories   []*ent.ServiceCategory `json:",omitempty"`
	Services     []*ent.Service         `json:",omitempty"`
	Competencies []*ent.Competency      `json:",omitempty"`

	OwnRoomByDefault *bool `json:",omitempty"`
}

// beginSetUp begins an edit of a branch, and of services, which concern every branch.
func (e *edit) beginSetUp(ctx context.Context, branchID string) (*ent.Branch, error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	if err := e.beginEverywhere(ctx, change.KindSERVICE); err != nil {
		return nil, err
	}
	row, err := e.Branch.Get(ctx, branchID)
	if row, err = store.Found(row, err, "branchId"); err != nil {
		return nil, err
	}
	return row, reach.CheckSetUp(ctx, branchID, "branchId")
}

// newCategory is a NewCategoryInput that is valid.
type newCategory struct {
	name     string
	services []newService
}

type newService struct {
	delivery service.Delivery
	set      func(*ent.ServiceMutation)
}

func (f *setupForm) newCategories(given []NewCategoryInput) []newCategory {
	f.atMost("categories", len(given), newCategories)
	if len(f.List) > 0 {
		return nil
	}
	categories := make([]newCategory, len(given))
	for i, one := range given {
		field := place("categories", i)
		if name := f.Name(field+".name", &one.Name); name != nil {
			categories[i].name = *name
		}
		f.atMost(field+".services", len(one.Services), newServicesEach)
		for j, given := range one.Services[:min(len(one.Services), newServicesEach)] {
			var part setupForm
			set := part.service(ServiceUpdateInput{Name: &given.Name, Duration: &given.Duration, Price: given.Price, BookableOnline: new(true)})
			f.addWithin(place(field+".services", j), part)
			categories[i].services = append(categories[i].services, newService{given.Delivery, set})
		}
	}
	return categories
}

// claims gives what a set-up creates its IDs. All of it is new, or all was created by an earlier try.
type claims struct {
	*edit
	request idempotency.Request
	count   int
	isRetry bool
}

func (c *claims) next(ctx context.Context, kind id.Kind) (string, error) {
	objectID, isRetry, err := c.claim(ctx, c.request.Part(c.count), kind)
	c.count++
	c.isRetry = isRetry
	return objectID, err
}

// create creates the categories and their services, or reads what an earlier try has created.
func (c *claims) create(ctx context.Context, categories []newCategory, done *BranchSetUpDone) error {
	existing, err := c.ServiceCategory.Query().All(ctx)
	if err != nil {
		return err
	}
	currency, err := c.usualCurrency(ctx)
	if err != nil {
		return err
	}
	for i, one := range categories {
		categoryID, err := c.next(ctx, id.ServiceCategory) // also of one that exists, so that a retry counts alike
		if err != nil {
			return err
		}
		at := slices.IndexFunc(existing, func(row *ent.ServiceCategory) bool {
			return row.ID == categoryID || !c.isRetry && strings.EqualFold(row.Name, one.name)
		})
		switch {
		case at >= 0 && existing[at].ID != categoryID:
			categoryID = existing[at].ID
		case at >= 0:
			done.Categories = append(done.Categories, existing[at])
		case !c.isRetry:
			row, err := c.createCategory(ctx, categoryID, one.name, place("categories", i)+".name")
			if err != nil {
				return err
			}
			existing = append(existing, row)
			done.Categories = append(done.Categories, row)
		}
		for _, created := range one.services {
			row, err := c.createService(ctx, categoryID, currency, created)
			if err != nil {
				return err
			}
			done.Services = append(done.Services, row)
		}
	}
	return nil
}

func (c *claims) createService(ctx context.Context, categoryID, currency string, given newService) (*ent.Service, error) {
	serviceID, err := c.next(ctx, id.Service)
	if err != nil {
		return nil, err
	}
	if c.isRetry {
		return idempotency.Created(c.Service.Get(ctx, serviceID))
	}
	create := c.Service.Create().SetID(serviceID).SetCategoryID(categoryID).SetDelivery(given.delivery).SetPriceCurrency(currency)
	given.set(create.Mutation())
	return create.Save(ctx)
}

// competenciesAtOnce are created with fewer parameters than a statement of SQLite may have.
const competenciesAtOnce = 1000

// qualify makes the profiles competent for new categories.
func (e *edit) qualify(ctx context.Context, staffIDs []string, categories []*ent.ServiceCategory) ([]*ent.Competency, error) {
	if err := e.areStaff(ctx, staffIDs, "qualifiedStaffIds"); err != nil {
		return nil, err
	}
	var create []*ent.CompetencyCreate
	for _, staffID := range staffIDs {
		for _, category := range categories {
			create = append(create, e.Competency.Create().SetStaffID(staffID).SetCategoryID(category.ID).SetQualified(true))
		}
	}
	return e.createCompetencies(ctx, create)
}

// createCompetencies creates any number of competencies.
func (e *edit) createCompetencies(ctx context.Context, create []*ent.CompetencyCreate) (rows []*ent.Competency, err error) {
	for some := range slices.Chunk(create, competenciesAtOnce) {
		created, err := e.Competency.CreateBulk(some...).Save(ctx)
		if err != nil {
			return nil, err
		}
		rows = append(rows, created...)
	}
	return rows, nil
}

// areStaff returns a problem unless the actor reaches all of the profiles, each of which is named once.
func (e *edit) areStaff(ctx context.Context, staffIDs []string, field string) error {
	if err := id.Staff.CheckEach(staffIDs, field); err != nil {
		return err
	}
	known, err := e.Staff.Query().Where(staff.IDIn(staffIDs...)).Where(reach.Profiles(actor.Of(ctx))...).IDs(ctx)
	if err != nil {
		return err
	}
	left := map[string]bool{} // whether it has not been named yet
	for _, staffID := range known {
		left[staffID] = true
	}
	for i, staffID := range staffIDs {
		isLeft, isKnown := left[staffID]
		switch {
		case !isKnown:
			return problem.New(problem.NotFound, place(field, i))
		case !isLeft:
			return problem.New(problem.Taken, place(field, i))
		}
		left[staffID] = false
	}
	return nil
}
