package demo

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/internal/civil"
)

// regular is a customer who comes again and again.
type regular struct {
	customer *ent.Customer
	branchID string // where the customer goes
	every    time.Duration
	due      civil.Instant // of the next visit
	card     *ent.CustomerCard
	accepts  bool // mails with offers
}

const customers = 240

var (
	firstNames = strings.Fields("Lena Marie Jonas Sofia Elif Paul Emma Noah Hanna Finn Mia Leon Ayşe Luca Clara Emil Ida Mehmet Greta Anton Lina Oskar Zoe Karl Nele Theo Julia Max Frieda Ben Charlotte Felix Amélie Jakob Johanna Tim Selin Moritz Romy Erik")
	lastNames  = strings.Fields("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Braun Hofmann Zimmermann Yılmaz Krüger Hartmann Lange Krause Lehmann Köhler Maier Herrmann König Walter Peters Kaiser Fuchs Lang Scholz Weiß Jung Hahn Keller Vogel Roth Frank Berger Winkler Lorenz Baumann Schuster Kraus Böhm Simon Franke Albers Winter Stein Kowalski Sommer Demir Otto")
)

// letters are those of an address.
var letters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "ş", "s", "ı", "i")

// newRegulars returns the customers, of whom some come later than others for the first time.
func newRegulars(from civil.Instant) []*regular {
	list := make([]*regular, customers)
	for i := range list {
		name := firstNames[i%len(firstNames)] + " " + lastNames[(i*11+i/len(firstNames)*17)%len(lastNames)]
		row := &ent.Customer{
			ID: fmt.Sprintf("cus_demo-%03d", i+1), Name: name, Locale: customer.LocaleDE,
			Phone: fmt.Sprintf("+49 30 23125 %03d", i*7%1000), // numbers that nobody has
		}
		if i%7 != 3 { // the others gave their number only
			row.Email = new(strings.ReplaceAll(letters.Replace(strings.ToLower(name)), " ", ".") + "@example.com")
		}
		switch i % 24 {
		case 5:
			row.Locale = customer.LocaleEN
		case 17:
			row.Locale = customer.LocaleTR
		}
		r := &regular{customer: row, branchID: mitte, every: time.Duration(3+i%4) * 7 * 24 * time.Hour, accepts: i%3 == 0}
		if i%18 > 12 {
			r.branchID = west
		}
		r.due = from.Add(time.Duration(i*53%customers) * 7 * time.Hour) // within ten weeks
		if i%4 == 2 {
			r.due = r.due.Add(10 * 7 * 24 * time.Hour)
		}
		r.card = cardOf(i, row.ID)
		list[i] = r
	}
	twice := list[customers-1].customer // the same person once more, it seems
	twice.Name, twice.Email, twice.Phone = letters.Replace(list[0].customer.Name), nil, list[0].customer.Phone
	return list
}

// cardOf returns what staff wrote down about a customer; nil for most.
func cardOf(i int, customerID string) *ent.CustomerCard {
	if i%8 != 0 {
		return nil
	}
	return &ent.CustomerCard{
		CustomerID: customerID,
		Notes:      []string{"Trinkt Cappuccino mit Hafermilch.", "Redet gern über Fußball.", "Mag es leise.", "Bringt oft den Hund mit."}[i/8%4],
		Allergies:  []string{"PPD (para-Phenylendiamin)", "", "Latex", ""}[i/8%4],
		Formulas:   []string{"7/1 + 8/0 1:1, 6 %, 35 min", "Strähnen 9/16, 4 %", "", "6/7 + 7/43 2:1, 6 %, 30 min"}[i/8%4],
	}
}

// next returns whose turn it is in a branch.
func next(regulars []*regular, branchID string) (first *regular) {
	for _, r := range regulars {
		if r.branchID == branchID && (first == nil || r.due < first.due) {
			first = r
		}
	}
	return first
}

// book notes what a booking tells about a customer.
func (r *regular) book(a *ent.Appointment) {
	c := r.customer
	if c.CreatedAt == 0 || a.CreatedAt < c.CreatedAt {
		c.CreatedAt, c.CreatedIn, c.ConfirmedAt = a.CreatedAt, &a.BranchID, &a.CreatedAt
	}
	if a.Source == appointment.SourceONLINE && (c.PrivacyAcceptedAt == nil || a.CreatedAt < *c.PrivacyAcceptedAt) {
		c.PrivacyAcceptedAt = &a.CreatedAt
		if r.accepts {
			c.MarketingAcceptedAt = &a.CreatedAt
		}
	}
}

// write sets the contact of an appointment.
func (r *regular) write(a *ent.Appointment) {
	c := r.customer
	a.ContactName, a.ContactPhone, a.ContactLocale, a.ContactConfirmedAt = c.Name, c.Phone, new(appointment.ContactLocale(c.Locale)), &a.CreatedAt
	if c.Email != nil {
		a.ContactEmail = *c.Email
	}
}

// records returns the customers who have booked, and their cards.
func records(regulars []*regular) (list []*ent.Customer, cards []*ent.CustomerCard) {
	regulars = slices.DeleteFunc(slices.Clone(regulars), func(r *regular) bool { return r.customer.CreatedAt == 0 })
	for _, r := range regulars {
		list = append(list, r.customer)
		if r.card != nil {
			cards = append(cards, r.card)
		}
	}
	return list, cards
}
