package lookup

import (
	"bytes"
	"cmp"

	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/predicate"
)

// A Place is that of a row in the order by name.
type Place struct {
	OrderKey []byte
	ID       string
}

// Behind selects the customers behind the place, or all if it is nil.
func Behind(p *Place) predicate.Customer {
	return p.behind
}

// behind selects the rows behind the place, of any table.
func (p *Place) behind(s *sql.Selector) {
	if p != nil {
		key, id := s.C(keyColumn), s.C(idColumn)
		s.Where(sql.GTE(key, p.OrderKey)) // what follows says so, but not to an index
		s.Where(p.isBefore(key, id))
	}
}

func (p *Place) isBefore(key, id string) *sql.Predicate {
	return sql.Or(sql.GT(key, p.OrderKey), sql.And(sql.EQ(key, p.OrderKey), sql.GT(id, p.ID)))
}

// IsNotBefore reports whether the customer is not behind the place. Everybody is behind nil.
func (p *Place) IsNotBefore(c *ent.Customer) bool {
	return p != nil && cmp.Or(bytes.Compare(p.OrderKey, c.OrderKey), cmp.Compare(p.ID, c.ID)) >= 0
}
