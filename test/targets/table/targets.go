package main

// bar is a bound for a measured value.
type bar struct {
	unit    string // as the benchmark reports it
	bound   float64
	atLeast bool // the bound is a minimum; otherwise a maximum
}

// target is a figure with its bar. Where the speed of the machine matters, the ratio to a floor of the same run has one, too.
type target struct {
	what         string // description
	benchmark    string // without the processor suffix, such as Slots/small
	figure       bar
	ratio        bar    // without a unit: none
	server, load string // units of the CPU of the server and of the load generator; empty: not of interest
}

// targets apply to two cores that the load shares with the server, on SQLite unless stated otherwise. This is the only place that
// has bars.
var targets = []target{
	{what: "Durable bookings per second, 16 clients; ratio to bare net/http", benchmark: "Bookings", figure: atLeast("bookings/s", 2000), ratio: atLeast("of-bare-http", 0.06), server: "server-ms/booking", load: "load-ms/booking"},
	{what: "… CPU of the server, in ms per booking", benchmark: "Bookings", figure: atMost("server-ms/booking", 0.5)},
	{what: "Floor: rows of a booking by raw SQL, one transaction each, per second; bookings to it", benchmark: "Bookings", figure: informative("transactions-of-1/s"), ratio: informative("of-bare-transactions"), load: "transactions-of-1-ms"},
	{what: "… one transaction for 16", benchmark: "Bookings", figure: informative("transactions-of-16/s"), ratio: informative("of-bare-groups"), load: "transactions-of-16-ms"},
	{what: "Floor: answers of bare net/http per second", benchmark: "Answers", figure: informative("bare/s"), server: "bare-server-ms", load: "bare-load-ms"},
	{what: "Trivial answers per second; ratio to bare net/http", benchmark: "Answers", ratio: atLeast("trivial-of-bare", 0.6), figure: informative("trivial/s"), server: "trivial-server-ms", load: "trivial-load-ms"},
	{what: "Starts of a month, five people: answers per second; ratio to trivial", benchmark: "Answers", figure: atLeast("month/s", 12_000), ratio: atLeast("month-of-trivial", 0.75), server: "month-server-ms", load: "month-load-ms"},
	{what: "… compressed", benchmark: "Answers", figure: atLeast("packed/s", 12_000), ratio: atLeast("packed-of-trivial", 0.75), server: "packed-server-ms", load: "packed-load-ms"},
	{what: "… compressed, in bytes", benchmark: "Answers", figure: atMost("packed-bytes", 3000)},
	{what: "… p99, in ms", benchmark: "Answers", figure: atMost("month-p99-ms", 20)},
	{what: "Starts of a day: answers per second; ratio to trivial", benchmark: "Answers", figure: informative("day/s"), ratio: atLeast("day-of-trivial", 0.5), server: "day-server-ms", load: "day-load-ms"},
	{what: "Starts of a month, first request after a change: p99, in ms", benchmark: "FirstAnswer", figure: atMost("p99-ms", 10)},
	{what: "PostgreSQL, one branch, 16 clients: bookings per second", benchmark: "PostgreSQL", figure: atLeast("one-branch/s", 600), server: "one-branch-server-ms", load: "one-branch-load-ms"},
	{what: "… 16 branches", benchmark: "PostgreSQL", figure: atLeast("branches/s", 1500), server: "branches-server-ms", load: "branches-load-ms"},
	{what: "… two replicas on 16 branches; ratio to one", benchmark: "PostgreSQL", figure: informative("replicas/s"), ratio: atLeast("replicas-of-one", 0.9), server: "replicas-server-ms", load: "replicas-load-ms"},
	{what: "1,000 subscribers: until the last one has received a booking, in ms", benchmark: "Subscribers/1000", figure: atMost("last-ms", 60), server: "server-ms", load: "load-ms"},
	{what: "… changes missed", benchmark: "Subscribers/1000", figure: atMost("missed", 0)},
	{what: "10,000 subscribers: until the last one has received a booking, in ms", benchmark: "Subscribers/10000", figure: atMost("last-ms", 800), server: "server-ms", load: "load-ms"},
	{what: "… changes missed", benchmark: "Subscribers/10000", figure: atMost("missed", 0)},
	{what: "p99 of legitimate requests during hostile traffic: times that without; ratio to that with such traffic at another server", benchmark: "Hostile/10_a_second", figure: atMost("p99-ratio", 2), ratio: atMost("of-elsewhere", 1.5)},
	{what: "Two replicas: until subscribers at the other one have received a change, p99, in ms", benchmark: "Replicas", figure: atMost("calm-p99-ms", 250)},
	{what: "… while others book continuously through both, p99, in ms", benchmark: "Replicas", figure: atMost("busy-p99-ms", 250)},
	{what: "… changes missed", benchmark: "Replicas", figure: atMost("missed", 0)},
	{what: "Ready on an empty file, in ms", benchmark: "Ready", figure: atMost("empty-ms", 300), server: "empty-cpu-ms"},
	{what: "Ready with the demo, in ms", benchmark: "Ready", figure: atMost("demo-ms", 1000), server: "demo-cpu-ms"},
	{what: "… CPU, in ms", benchmark: "Ready", figure: atMost("demo-cpu-ms", 500)},
	{what: "Memory at rest with 60,000 appointments, in MB", benchmark: "Memory", figure: atMost("MB", 200)},
	{what: "A customer who waits in a room, of 1,000: memory, in kB", benchmark: "WaitingRooms", figure: atMost("kB", 64)},
	{what: "Relay: 50 calls of 1 Mbit/s each way for 10 s: packets lost; CPU per second of all calls", benchmark: "Relay", figure: atMost("lost", 0), server: "server-ms/s", load: "load-ms/s"},
	{what: "… the slowest packet, in ms", benchmark: "Relay", figure: informative("slowest-ms")},
	{what: "Engine: small workload, in ns", benchmark: "Slots/small", figure: atMost("ns/op", 10_000)},
	{what: "… medium workload", benchmark: "Slots/medium", figure: atMost("ns/op", 50_000)},
	{what: "… large workload", benchmark: "Slots/large", figure: atMost("ns/op", 2_500_000)},
	{what: "Booking page: Lighthouse performance", benchmark: "BookingPage/performance", figure: atLeast("score", 100)},
	{what: "… with a preset service", benchmark: "BookingPage/performance_preset", figure: atLeast("score", 100)},
	{what: "… first start shown on slow 4G, in ms", benchmark: "BookingPage/first_start", figure: atMost("ms", 1000)},
	{what: "Admin: until another browser shows a change of a competency, in ms", benchmark: "LiveChange/competency", figure: atMost("ms", 1000)},
	{what: "… of an appointment", benchmark: "LiveChange/appointment", figure: atMost("ms", 1500)},
	{what: "Call: from letting the customer in to the first picture on both sides, 19th of 20, in ms", benchmark: "Call/first_picture", figure: atMost("ms", 1000)},
	{what: "… from the end of a cut of 5 s, relayed, to the picture, in ms", benchmark: "Call/cut_of_5_s", figure: atMost("ms", 3000)},
	{what: "… from the return of a restarted server that relays it, in ms", benchmark: "Call/restart", figure: atMost("ms", 5000)},
	{what: "Calendar of 60 people and 600 appointments: script of a change of day, in ms", benchmark: "Calendar/change_of_day", figure: atMost("ms", 300)},
}

func atLeast(unit string, bound float64) bar { return bar{unit, bound, true} }
func atMost(unit string, bound float64) bar  { return bar{unit, bound, false} }

// informative returns the bar of a figure that is not judged.
func informative(unit string) bar { return bar{unit, 0, true} }

func (b bar) isMetBy(value float64) bool {
	if b.atLeast {
		return value >= b.bound
	}
	return value <= b.bound
}

// isGiven reports whether there is something to meet.
func (b bar) isGiven() bool { return b.unit != "" && (b.bound > 0 || !b.atLeast) }

// isJudged reports whether there is a bar.
func (t target) isJudged() bool { return t.figure.isGiven() || t.ratio.isGiven() }

func (b bar) String() string {
	switch {
	case !b.isGiven():
		return ""
	case b.atLeast:
		return "≥ " + short(b.bound)
	default:
		return "≤ " + short(b.bound)
	}
}
