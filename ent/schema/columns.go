// Package schema says what is stored. The rest of ent is generated from it.
package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/civil"
	"visavis/internal/id"
)

// identifier is the primary key: the opaque ID that the API shows.
func identifier(kind id.Kind) ent.Field {
	return field.String("id").MaxLen(64).DefaultFunc(kind.New).Immutable()
}

// reference is the column behind an edge.
func reference(name string) ent.Field { return field.String(name).MaxLen(64).Immutable() }

// dateColumn is a native date on PostgreSQL. SQLite gets text: its driver would
// read a column declared as date in the machine's zone.
var dateColumn = map[string]string{dialect.SQLite: "text", dialect.Postgres: "date"}

func localDate(name string) ent.Field {
	return field.Other(name, civil.Date(0)).SchemaType(dateColumn)
}

func optionalLocalDate(name string) ent.Field {
	return field.Other(name, civil.Date(0)).SchemaType(dateColumn).Optional().Nillable()
}

// instant is whole UTC seconds since 1970, which both databases order rightly.
func instant(name string) ent.Field { return field.Int64(name).GoType(civil.Instant(0)) }

func optionalInstant(name string) ent.Field {
	return field.Int64(name).GoType(civil.Instant(0)).Optional().Nillable()
}

// orderKey is by what lists sort the rows: see package lookup, which writes it. Null: not made yet.
func orderKey() ent.Field { return field.Bytes("order_key").Optional().Sensitive() }

// words are by what rows are found: see package lookup, which writes them. Null: not made yet.
func words() ent.Field { return field.Text("words").Optional().Sensitive() }

// byOrderKey is the index by which pages of rows are read.
func byOrderKey() ent.Index { return index.Fields("order_key", "id") }

// intervals are the stretches of one day, such as 09:00-13:00,14:00-18:00.
func intervals() ent.Field {
	column := map[string]string{dialect.SQLite: "text", dialect.Postgres: "text"}
	return field.Other("intervals", civil.Intervals{}).SchemaType(column)
}

// version is higher than that of every earlier row in its place. Rows from before there were versions have 1.
func version() ent.Field { return field.Int("version").Default(1) }

// weekday counts from Sunday, 0, as package time does.
func weekday() ent.Field { return field.Int("weekday").GoType(time.Weekday(0)) }

// pictureReference is the column behind an edge to a picture; null: there is none.
func pictureReference(name string) ent.Field {
	return field.String(name).MaxLen(64).Optional().Nillable()
}
