package availability_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

// FuzzStarts compares the package with its reference in random salons.
func FuzzStarts(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed, []byte(nil))
	}
	changes := map[string][]civil.Instant{}
	for _, z := range zonesThatChange {
		changes[z.name] = clockChanges(f, zone(f, z.name))
	}
	f.Fuzz(func(t *testing.T, seed uint64, thrown []byte) {
		d := &generator{input: thrown, random: rand.New(rand.NewPCG(seed, seed))}
		compareWithReference(t, d.question(t, changes))
	})
}

// TestGeneratedSalonsAreUseful checks that many random salons offer starts and many do not.
func TestGeneratedSalonsAreUseful(t *testing.T) {
	changes := map[string][]civil.Instant{"Europe/Berlin": {berlin(t, "2027-03-28 03:00")}}
	offering := 0
	const salons = 400
	for seed := range uint64(salons) {
		d := &generator{random: rand.New(rand.NewPCG(seed, seed))}
		if q := d.question(t, changes); len(q.starts()) > 0 {
			offering++
		}
	}
	if offering < salons/4 || offering > salons*9/10 {
		t.Errorf("%d of %d salons offer a start", offering, salons)
	}
}

// generator makes random choices, first by the input of the fuzzer.
type generator struct {
	input  []byte
	random *rand.Rand
}

// choice returns a number from 0 to sides-1.
func (d *generator) choice(sides int) int {
	if len(d.input) == 0 {
		return d.random.IntN(sides)
	}
	side := int(d.input[0])
	d.input = d.input[1:]
	return side % sides
}

// rarely is true once in a number of times.
func (d *generator) rarely(times int) bool { return d.choice(times) == times-1 }

func choose[T any](d *generator, choices ...T) T { return choices[d.choice(len(choices))] }

func (d *generator) question(t testing.TB, changes map[string][]civil.Instant) question {
	t.Helper()
	names := make([]string, 0, len(changes))
	for _, z := range zonesThatChange {
		if len(changes[z.name]) > 0 {
			names = append(names, z.name)
		}
	}
	name := choose(d, names...)
	zone := zone(t, name)
	first := zone.Date(choose(d, changes[name]...)) - civil.Date(d.choice(4))
	if d.rarely(4) {
		first += civil.Date(d.choice(200)) // no change of the clocks
	}
	q := question{
		branch: &Branch{
			Zone: zone,
			Rules: Rules{
				StartInterval: choose[time.Duration](d, 15, 30, 10, 60, 5, 7, 25, 24*60) * time.Minute,
				LeadTime:      choose[time.Duration](d, 0, 60, 1, 24*60, 90) * time.Minute,
				HorizonDays:   choose(d, 90, 3, 1, 0, math.MaxInt),
			},
			Hours:      d.week(),
			Exceptions: d.plans(first),
			VideoOnly:  d.videoOnly(first),
		},
		staff:   d.staff(first),
		service: d.service(),
		dates:   civil.DateRange{First: first, Last: first + civil.Date(d.choice(3))},
		now:     civil.Instant(first.Midnight()) + civil.Instant((d.choice(144)-120)*1800+choose(d, 0, 0, 1, 59)),
	}
	if d.rarely(20) {
		q.branch.Rules.StartInterval = time.Minute
	}
	if d.rarely(50) {
		q.branch.Rules.LeadTime = math.MaxInt64
	}
	return q
}

func (d *generator) service() *Service {
	return &Service{
		ID:       "consultation",
		Video:    !d.rarely(6),
		Archived: d.rarely(50),
		Online:   !d.rarely(50),
		Duration: choose[time.Duration](d, 30, 60, 15, 45, 5, 1, 90, 5*60, d.long()) * time.Minute,
		CleanUp:  choose[time.Duration](d, 0, 5, 15, 61, d.long()) * time.Minute,
	}
}

// long is a number of minutes, up to a day.
func (d *generator) long() time.Duration { return time.Duration(choose(d, 24*60, 60, 2*60, 8*60)) }

func (d *generator) staff(first civil.Date) *Staff {
	return &Staff{
		ID:         "anna",
		Person:     &Person{Absences: d.absences(first), Busy: d.busy(first)},
		Archived:   d.rarely(50),
		Online:     !d.rarely(50),
		Active:     !d.rarely(50),
		VideoLink:  !d.rarely(50),
		Competence: map[string]bool{"consultation": !d.rarely(50)},
		Plans:      d.workPlans(first),
		Overrides:  d.plans(first),
	}
}

// intervals are those of one day: often all of it, at times none.
func (d *generator) intervals() civil.Intervals {
	if d.choice(3) == 0 {
		return civil.Intervals{{From: 0, To: civil.EndOfDay}}
	}
	var ends []civil.TimeOfDay
	for range 2 * d.choice(4) {
		ends = append(ends, choose(d, 0, civil.EndOfDay, 60, 90, 120, 180, 23*60, civil.TimeOfDay(d.choice(97)*15), civil.TimeOfDay(d.choice(1441))))
	}
	slices.Sort(ends)
	var intervals civil.Intervals
	for i := 0; i+1 < len(ends); i += 2 {
		if ends[i] < ends[i+1] {
			intervals = append(intervals, civil.Interval{From: ends[i], To: ends[i+1]})
		}
	}
	return intervals
}

func (d *generator) week() Week {
	var week Week
	whole := d.choice(2) == 0
	for day := range week {
		if whole && !d.rarely(7) {
			week[day] = civil.Intervals{{From: 0, To: civil.EndOfDay}}
			continue
		}
		week[day] = d.intervals()
	}
	return week
}

// plans replace some of the dates around the first.
func (d *generator) plans(first civil.Date) []DayPlan {
	var plans []DayPlan
	for date := first - 2; date < first+6; date++ {
		if d.rarely(6) {
			plans = append(plans, DayPlan{Date: date, Intervals: d.intervals()})
		}
	}
	return plans
}

// periods splits the dates around the first: each ends before the next begins,
// the first may have no beginning and the last no end.
func (d *generator) periods(first civil.Date, number int) [][2]*civil.Date {
	periods := make([][2]*civil.Date, number)
	next := first - 3
	for i := range periods {
		from := next + civil.Date(d.choice(2))
		until := from + civil.Date(choose(d, 1, 2, 5, 0))
		periods[i] = [2]*civil.Date{&from, &until}
		next = until + 1
	}
	if number > 0 && d.choice(2) == 0 {
		periods[0][0] = nil
	}
	if number > 0 && d.choice(2) == 0 {
		periods[number-1][1] = nil
	}
	return periods
}

func (d *generator) workPlans(first civil.Date) []WorkPlan {
	var plans []WorkPlan
	for _, period := range d.periods(first, choose(d, 1, 1, 1, 2, 3, 0)) {
		plan := WorkPlan{From: period[0], Until: period[1], Start: first + civil.Date(d.choice(80)-40)}
		for range choose(d, 1, 2, 3) {
			plan.Weeks = append(plan.Weeks, d.week())
		}
		plans = append(plans, plan)
	}
	return plans
}

func (d *generator) videoOnly(first civil.Date) []VideoOnly {
	var modes []VideoOnly
	for _, period := range d.periods(first, choose(d, 0, 0, 0, 1, 2)) {
		mode := VideoOnly{From: first - 10, Until: period[1], Staff: choose(d, []string{"anna", "bea"}, []string{"anna"}, []string{"anna"}, []string{"bea"}, nil)}
		if period[0] != nil {
			mode.From = *period[0]
		}
		if d.choice(2) == 0 {
			week := d.week()
			mode.OwnHours = &week
		}
		modes = append(modes, mode)
	}
	return modes
}

// spans begin around the first date, and may overlap.
func (d *generator) spans(first civil.Date, number int, lengths ...int) []Span {
	spans := make([]Span, number)
	for i := range spans {
		start := civil.Instant(first.Midnight()) + civil.Instant(d.choice(200)-60)*1800 + civil.Instant(choose(d, 0, 0, 60, 300, 1, 59))
		spans[i] = Span{Start: start, End: start.Add(time.Duration(choose(d, lengths...)) * time.Second)}
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

func (d *generator) absences(first civil.Date) []Span {
	return d.spans(first, choose(d, 0, 1, 1, 3), 3600, 7200, 300, 1, choose(d, 3600, 60, 86400, 100*3600))
}

func (d *generator) busy(first civil.Date) []Busy {
	var list []Busy
	for _, span := range d.spans(first, choose(d, 0, 1, 2, 3, 7), 1800, 3600, 900, 60, choose(d, 1800, 5400, 86400)) {
		list = append(list, Busy{Span: span, CleanUp: choose[time.Duration](d, 0, 5, 15, d.long()) * time.Minute})
	}
	return list
}
