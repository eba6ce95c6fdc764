// Package embedding knows the websites whose pages may show booking themselves.
package embedding

import (
	"context"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/embeddingsite"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/origin"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// mostSites is the maximum number of allowed websites.
const mostSites = 100

// Sites are the allowed websites: those of the server's configuration, and those that a manager has allowed. Safe for concurrent use.
//
// The names of its use cases are those of the API's mutations.
type Sites struct {
	store    *store.Store
	clock    civil.Clock
	ofServer []string
	known    known
}

// New returns the websites of a database and those of the server's configuration.
func New(database *store.Store, clock civil.Clock, ofServer []string) *Sites {
	return &Sites{store: database, clock: clock, ofServer: ofServer}
}

// OfServer returns the origins that the server's configuration allows.
func (s *Sites) OfServer() []string { return slices.Clone(s.ofServer) }

// List returns the websites that a manager has allowed, sorted by origin.
func (s *Sites) List(ctx context.Context) ([]*ent.EmbeddingSite, error) {
	return s.store.Client().EmbeddingSite.Query().Order(ent.Asc(embeddingsite.FieldOrigin)).Limit(mostSites).All(ctx)
}

// EmbeddingSiteAddInput is a website to be allowed.
type EmbeddingSiteAddInput struct{ Origin string }

// EmbeddingSiteAdd allows a website. If it is already allowed, it returns it unchanged.
func (s *Sites) EmbeddingSiteAdd(ctx context.Context, input EmbeddingSiteAddInput) (*ent.EmbeddingSite, error) {
	if strings.Contains(input.Origin, "*") {
		return nil, problem.New(problem.OriginWildcard, "origin")
	}
	wanted, isOrigin := origin.Parse(input.Origin)
	if !isOrigin {
		return nil, problem.New(problem.OriginInvalid, "origin")
	}
	var site *ent.EmbeddingSite
	err := s.store.Write(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		site, err = tx.EmbeddingSite.Query().Where(embeddingsite.Origin(wanted)).Only(ctx)
		if err == nil || !ent.IsNotFound(err) {
			return err
		}
		count, err := tx.EmbeddingSite.Query().Count(ctx)
		if err != nil {
			return err
		}
		if count >= mostSites {
			return problem.New(problem.TooMany, "origin", mostSites)
		}
		e := audit.Edit{Tx: tx, Now: s.clock()}
		if site, err = tx.EmbeddingSite.Create().SetOrigin(wanted).SetAllowedAt(e.Now).Save(ctx); err != nil {
			if store.Fault(err) == store.ErrDuplicate {
				return problem.New(problem.Taken, "origin") // at the same time
			}
			return err
		}
		return e.Record(ctx, "embeddingSiteAdd", site.ID, nil, site)
	})
	if err != nil {
		return nil, err
	}
	s.known.forget()
	return site, nil
}

// EmbeddingSiteRemoveInput names the website to remove.
type EmbeddingSiteRemoveInput struct{ ID string }

// EmbeddingSiteRemove removes a website from those that are allowed.
func (s *Sites) EmbeddingSiteRemove(ctx context.Context, input EmbeddingSiteRemoveInput) (removedID string, err error) {
	if err := id.EmbeddingSite.Check(input.ID, "id"); err != nil {
		return "", err
	}
	err = s.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		site, err := tx.EmbeddingSite.Get(ctx, input.ID)
		if site, err = store.Found(site, err, "id"); err != nil {
			return err
		}
		if err := tx.EmbeddingSite.DeleteOne(site).Exec(ctx); err != nil {
			return err
		}
		e := audit.Edit{Tx: tx, Now: s.clock()}
		return e.Record(ctx, "embeddingSiteRemove", site.ID, site, nil)
	})
	if err != nil {
		return "", err
	}
	s.known.forget()
	return input.ID, nil
}
