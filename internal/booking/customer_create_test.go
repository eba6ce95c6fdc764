package booking_test

import (
	"strings"
	"testing"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/pagination"
)

// create enters a customer in Mitte.
func (d *fixture) create(t *testing.T, name, email, phone string) *ent.Customer {
	t.Helper()
	return must(d.CustomerCreate(byOwner(t), booking.CustomerCreateInput{BranchID: mitte, Name: name, Email: &email, Phone: &phone, Locale: "TR"}))(t).Customer
}

func namesOf(rows []*ent.Customer) string {
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = row.Name
	}
	return strings.Join(names, ", ")
}

func TestStaffEnterACustomerWithoutAnAppointment(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		reception := by(t, actor.Receptionist, "clara")
		d.create(t, "Zoë Kunde", "zoe@kunde.example", "+49 170 1000005")
		input := booking.CustomerCreateInput{BranchID: mitte, Name: "  Ida  Kunde ", Phone: new("0170/1000005"), Locale: "TR", IdempotencyKey: new(d.key())}
		created := must(d.CustomerCreate(reception, input))(t)
		c := created.Customer
		same(t, "who", c.Name+c.Phone+string(c.Locale), "Ida Kunde0170/1000005TR")
		same(t, "confirmed, and without an address", c.ConfirmedAt != nil && c.Email == nil, true)
		same(t, "who has the number, too", namesOf(created.SharingPhone), "Zoë Kunde")
		same(t, "a retry", must(d.CustomerCreate(reception, input))(t).Customer.ID, c.ID)
		same(t, "found by the reception", len(must(d.Customers(reception, booking.CustomerSearch{Text: new("ida"), Page: pagination.Request{First: 9}}))(t).Nodes), 1)

		for _, test := range []struct {
			name  string
			input booking.CustomerCreateInput
			codes string
		}{
			{"another with the key", booking.CustomerCreateInput{BranchID: mitte, Name: "Ida", Locale: "DE", IdempotencyKey: input.IdempotencyKey}, "IDEMPOTENCY_KEY_REUSED idempotencyKey"},
			{"an address on record", booking.CustomerCreateInput{BranchID: mitte, Name: "Zoë", Email: new("ZOE@kunde.example "), Locale: "DE"}, "TAKEN email"},
			{"no name and no address", booking.CustomerCreateInput{BranchID: mitte, Name: " ", Email: new("zoe"), Locale: "DE"}, "REQUIRED name, EMAIL_INVALID email"},
			{"a foreign branch", booking.CustomerCreateInput{BranchID: west, Name: "Ida", Locale: "DE"}, "OWN_BRANCHES_ONLY branchId"},
			{"no branch", booking.CustomerCreateInput{BranchID: "brn_none", Name: "Ida", Locale: "DE"}, "NOT_FOUND branchId"},
		} {
			_, err := d.CustomerCreate(reception, test.input)
			same(t, test.name, codes(err), test.codes)
		}
		same(t, "nobody else is there", must(d.store.Client().Customer.Query().Count(t.Context()))(t), 2)
	})
}

func TestARetryDoesNotEnterAForgottenCustomerAgain(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		input := booking.CustomerCreateInput{BranchID: mitte, Name: "Ida", Locale: "DE", IdempotencyKey: new(d.key())}
		created := must(d.CustomerCreate(byOwner(t), input))(t)
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: created.Customer.ID}))(t)
		same(t, "what is left of the facts", d.store.Client().CreationRequest.Query().OnlyX(t.Context()).Digest, "")
		_, err := d.CustomerCreate(byOwner(t), input)
		same(t, "a retry", codes(err), "IDEMPOTENCY_KEY_REUSED idempotencyKey")
	})
}

func TestDuplicatesHaveTheSameNumber(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		one := d.create(t, "Lena", "lena@kunde.example", "+49 170 1000005")
		d.create(t, "Lena Kunde", "", "0170 1000005")
		d.create(t, "Mutter", "", "030 1234567, Lena: 0170-1000005")
		other := d.create(t, "Nils", "", "0170 1000006")
		elsewhere := must(d.CustomerCreate(byOwner(t), booking.CustomerCreateInput{BranchID: west, Name: "Oskar", Phone: new("01701000005"), Locale: "DE"}))(t)
		same(t, "to an owner", namesOf(must(d.DuplicatesOf(byOwner(t), []string{one.ID, other.ID}))(t)[one.ID]), "Lena Kunde, Mutter, Oskar")
		found := must(d.DuplicatesOf(by(t, actor.Receptionist, "clara"), []string{one.ID, other.ID, elsewhere.Customer.ID}))(t)
		same(t, "to the reception of one branch", namesOf(found[one.ID]), "Lena Kunde, Mutter")
		same(t, "of another number", len(found[other.ID]), 0)
	})
}
