package lookup

import (
	"hash/fnv"

	"entgo.io/ent/dialect/sql"

	"visavis/ent/customer"
)

// Beginnings digest the first two, three and four bytes of the keys of a customer: a customer without all bits of a prefix has no
// key that begins with it. So most customers who do not match are passed by on a walk without a look at their words.
//
// They are stored, like the keys.
type beginnings [3]int64

const (
	shortestBeginning = 2  // the kind of a key and a letter
	beginningBits     = 60 // so that three numbers have a sum
)

func beginningsOf(keys ...string) (b beginnings) {
	for _, key := range keys {
		for i := range b {
			if length := shortestBeginning + i; len(key) >= length {
				hash := fnv.New32a()
				_, _ = hash.Write([]byte(key[:length])) // never fails
				b[i] |= 1 << (hash.Sum32() % beginningBits)
			}
		}
	}
	return b
}

// mayMatch selects the customers who may have keys with all the beginnings. It is one comparison, of which PostgreSQL expects
// that a third of the rows meet it, and not hardly any.
func (b beginnings) mayMatch(s *sql.Selector) *sql.Predicate {
	columns := s.Columns(customer.FieldBeginnings1, customer.FieldBeginnings2, customer.FieldBeginnings3)
	return sql.P(func(builder *sql.Builder) {
		var sum int64
		for i, bits := range b {
			if bits == 0 {
				continue
			}
			if sum > 0 {
				builder.WriteString(" + ")
			}
			sum += bits
			builder.WriteString("(").Ident(columns[i]).WriteString(" & ").Arg(bits).WriteString(")")
		}
		builder.WriteString(" >= ").Arg(sum)
	})
}
