package booking

import (
	"slices"
	"time"

	"visavis/internal/availability"
	"visavis/internal/civil"
)

// offeredApart is how far apart the starts of one offer are at least, so that they are a choice.
const offeredApart = 2 * time.Hour

// A possibility is what can become of one appointment that cannot take place as planned.
type possibility struct {
	start           civil.Instant
	staffID         string
	length, cleanUp time.Duration
	colleagues      []free      // who can take it over at its start
	starts          []freeStart // later ones, ascending
	mayOffer        bool        // whether the customer can be asked
}

// free is a profile that is free, and its person.
type free struct{ staffID, personID string }

type freeStart struct {
	at   civil.Instant
	free []free
}

// A choice is what is proposed for one appointment; the zero value if nothing is.
type choice struct {
	move  *Place
	offer []Place
}

// chooseProposals proposes one step for each possibility: a colleague at the same time, else starts to offer from an instant on, preferably
// with the same profile. No two proposals take the time of one person twice. Work is spread evenly.
func chooseProposals(possibilities []possibility, offerFrom civil.Instant) []choice {
	taken := takenTimes{}
	choices := make([]choice, len(possibilities))
	for i, p := range possibilities { // whoever can keep their time comes before all offers
		if colleague := taken.choose(p, p.start, p.colleagues); colleague != nil {
			choices[i].move = &Place{colleague.staffID, p.start}
		}
	}
	for i, p := range possibilities {
		if choices[i].move == nil && p.mayOffer {
			choices[i].offer = taken.chooseOffer(p, offerFrom)
		}
	}
	return choices
}

// takenTimes are the times that proposals have taken, by person.
type takenTimes map[string][]availability.Span

// choose takes the time at a start with the profile that has least, and returns it; nil if nobody is free.
func (t takenTimes) choose(p possibility, at civil.Instant, among []free) *free {
	span := availability.Span{Start: at, End: at.Add(p.length + p.cleanUp)}
	var best *free
	for i := range among {
		if who := &among[i]; !t.meets(who.personID, span) && (best == nil || len(t[who.personID]) < len(t[best.personID])) {
			best = who
		}
	}
	if best != nil {
		t[best.personID] = append(t[best.personID], span)
	}
	return best
}

func (t takenTimes) meets(personID string, span availability.Span) bool {
	return slices.ContainsFunc(t[personID], func(other availability.Span) bool { return span.Start < other.End && other.Start < span.End })
}

// chooseOffer takes the next starts that are far enough apart.
func (t takenTimes) chooseOffer(p possibility, from civil.Instant) (places []Place) {
	for _, start := range p.starts {
		if len(places) == mostOffered {
			break
		}
		if start.at < from || len(places) > 0 && start.at < places[len(places)-1].Start.Add(offeredApart) {
			continue
		}
		among := start.free
		if own := slices.IndexFunc(among, func(who free) bool { return who.staffID == p.staffID }); own >= 0 && !t.isTaken(p, start.at, among[own]) {
			among = among[own : own+1]
		}
		if who := t.choose(p, start.at, among); who != nil {
			places = append(places, Place{who.staffID, start.at})
		}
	}
	return places
}

func (t takenTimes) isTaken(p possibility, at civil.Instant, who free) bool {
	return t.meets(who.personID, availability.Span{Start: at, End: at.Add(p.length + p.cleanUp)})
}
