package salon

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/service"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// MoneyInput is an amount of money in the currency's smallest unit.
type MoneyInput struct {
	MinorUnits int
	Currency   *string // ISO 4217; nil keeps it, or means that of the branches
}

// ServiceCreateInput is a new service.
type ServiceCreateInput struct {
	CategoryID      *string
	NewCategoryName *string // of a category to create, instead of CategoryID
	Name            string
	Delivery        service.Delivery
	Duration        time.Duration
	CleanUp         *time.Duration
	Price           *MoneyInput
	Description     *string
	BookableOnline  bool
	IdempotencyKey  *string // the same for every try; nil: none
}

// ServiceUpdateInput holds changes of a service; nil keeps a value.
type ServiceUpdateInput struct {
	ID             string
	CategoryID     *string
	Name           *string
	Duration       *time.Duration
	CleanUp        *time.Duration
	Price          *MoneyInput
	Description    *string
	BookableOnline *bool
}

// ServiceArchiveInput names the service to archive.
type ServiceArchiveInput struct{ ID string }

// ServiceRestoreInput names the service to offer again.
type ServiceRestoreInput struct{ ID string }

// ServiceCreate creates a service.
func (s *Salon) ServiceCreate(ctx context.Context, input ServiceCreateInput) (*ent.Service, error) {
	var f setupForm
	set := f.service(ServiceUpdateInput{
		CategoryID: input.CategoryID, Name: &input.Name, Duration: &input.Duration, CleanUp: input.CleanUp,
		Price: input.Price, Description: input.Description, BookableOnline: &input.BookableOnline,
	})
	if (input.CategoryID == nil) == (input.NewCategoryName == nil) {
		f.Add(problem.New(problem.ExactlyOne, "categoryId", "categoryId, newCategoryName"))
	}
	newCategory := f.Name("newCategoryName", input.NewCategoryName)
	request := f.request(ctx, input.IdempotencyKey, input)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var row *ent.Service
	_, err := s.create(ctx, input, func(ctx context.Context, e *edit) (err error) {
		serviceID, isRetry, err := e.claim(ctx, request, id.Service)
		if err != nil {
			return err
		}
		if isRetry {
			row, err = idempotency.Created(e.Service.Get(ctx, serviceID))
			return err
		}
		if err := e.beginEverywhere(ctx, change.KindSERVICE); err != nil {
			return err
		}
		if err := e.categoryExists(ctx, "categoryId", input.CategoryID); err != nil {
			return err
		}
		create := e.Service.Create().SetID(serviceID).SetDelivery(input.Delivery)
		set(create.Mutation())
		if newCategory != nil {
			category, err := e.createCategory(ctx, id.ServiceCategory.New(), *newCategory, "newCategoryName")
			if err != nil {
				return err
			}
			create.SetCategoryID(category.ID)
		}
		if _, given := create.Mutation().PriceCurrency(); !given {
			currency, err := e.usualCurrency(ctx)
			if err != nil {
				return err
			}
			create.SetPriceCurrency(currency)
		}
		if row, err = create.Save(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "serviceCreate", row.ID, nil, row)
	})
	return row, err
}

// ServiceUpdate changes what is given.
func (s *Salon) ServiceUpdate(ctx context.Context, input ServiceUpdateInput) (*ent.Service, []*ent.Appointment, error) {
	var f setupForm
	set := f.service(input)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	return s.changeService(ctx, "serviceUpdate", input, input.ID, func(ctx context.Context, e *edit, _ *ent.Service, update *ent.ServiceUpdateOne) error {
		set(update.Mutation())
		return e.categoryExists(ctx, "categoryId", input.CategoryID)
	})
}

// ServiceArchive offers a service no longer.
func (s *Salon) ServiceArchive(ctx context.Context, input ServiceArchiveInput) (*ent.Service, error) {
	row, _, err := s.changeService(ctx, "serviceArchive", input, input.ID, func(_ context.Context, e *edit, before *ent.Service, update *ent.ServiceUpdateOne) error {
		if before.ArchivedAt == nil {
			update.SetArchivedAt(e.Now)
		}
		return nil
	})
	return row, err
}

// ServiceRestore offers an archived service again.
func (s *Salon) ServiceRestore(ctx context.Context, input ServiceRestoreInput) (*ent.Service, error) {
	row, _, err := s.changeService(ctx, "serviceRestore", input, input.ID, func(_ context.Context, _ *edit, _ *ent.Service, update *ent.ServiceUpdateOne) error {
		update.ClearArchivedAt()
		return nil
	})
	return row, err
}

func (s *Salon) changeService(ctx context.Context, action string, input any, serviceID string, set func(context.Context, *edit, *ent.Service, *ent.ServiceUpdateOne) error) (*ent.Service, []*ent.Appointment, error) {
	if err := id.Service.Check(serviceID, "id"); err != nil {
		return nil, nil, err
	}
	var after *ent.Service
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		if err := e.beginEverywhere(ctx, change.KindSERVICE); err != nil {
			return err
		}
		before, err := e.Service.Get(ctx, serviceID)
		if before, err = store.Found(before, err, "id"); err != nil {
			return err
		}
		update := before.Update()
		if err := set(ctx, e, before, update); err != nil {
			return err
		}
		if after, err = update.Save(ctx); err != nil {
			return err
		}
		return e.Record(ctx, action, after.ID, before, after)
	})
	return after, stranded, err
}

// service validates the fields of a service and returns a function that sets them.
func (f *setupForm) service(input ServiceUpdateInput) (set func(*ent.ServiceMutation)) {
	const day = 24 * time.Hour
	name := f.Name("name", input.Name)
	duration := f.Minutes("duration", input.Duration, time.Minute, day)
	cleanUp := f.Minutes("cleanUp", input.CleanUp, 0, day)
	description := f.Text("description", input.Description, form.DescriptionLength)
	var amount *int
	var currency *string
	if input.Price != nil {
		amount = f.amount("price.minorUnits", *input.Price)
		currency = f.currency("price.currency", input.Price.Currency)
	}
	return func(m *ent.ServiceMutation) {
		given(input.CategoryID, m.SetCategoryID)
		given(name, m.SetName)
		given(duration, m.SetDurationMinutes)
		given(cleanUp, m.SetCleanUpMinutes)
		given(description, m.SetDescription)
		given(input.BookableOnline, m.SetBookableOnline)
		given(amount, m.SetPriceMinorUnits)
		given(currency, m.SetPriceCurrency)
	}
}

// categoryExists returns a problem of the field if there is no such category; nil is none to be checked.
func (e *edit) categoryExists(ctx context.Context, field string, categoryID *string) error {
	if categoryID == nil {
		return nil
	}
	if err := id.ServiceCategory.Check(*categoryID, field); err != nil {
		return err
	}
	row, err := e.ServiceCategory.Get(ctx, *categoryID)
	_, err = store.Found(row, err, field)
	return err
}
