package main

// target is a bound for a measured value.
type target struct {
	what      string // description
	benchmark string // without the processor suffix, such as Slots/small
	unit      string // as the benchmark reports it
	bound     float64
	atLeast   bool // the bound is a minimum; otherwise a maximum
}

// targets apply to two cores that the load shares with the server, on SQLite unless stated otherwise.
var targets = []target{
	{"Starts of a month, five people, repeated: answers per second", "Answers/starts_of_a_month", "answers/s", 5000, true},
	{"… p99, in ms", "Answers/starts_of_a_month", "p99-ms", 20, false},
	{"Starts of a day: ratio to trivial answers", "Answers/starts_of_a_day", "ratio", 0.5, true},
	{"Starts of a month, first request after a change: p99, in ms", "FirstAnswer", "p99-ms", 10, false},
	{"Durable bookings per second", "Bookings", "bookings/s", 1000, true},
	{"1,000 subscribers: until all have received a booking, in ms", "Subscribers/1000", "most-ms", 250, false},
	{"… changes missed", "Subscribers/1000", "missed", 0, false},
	{"10,000 subscribers: until all have received a booking, in ms", "Subscribers/10000", "most-ms", 2000, false},
	{"… changes missed", "Subscribers/10000", "missed", 0, false},
	{"Memory at rest with 60,000 appointments, in MB", "Memory", "MB", 200, false},
	{"Two replicas: until subscribers at the other one have received a change, p99, in ms", "Replicas/calm", "p99-ms", 250, false},
	{"… changes missed", "Replicas/calm", "missed", 0, false},
	{"… while others book continuously through both, p99, in ms", "Replicas/others_book", "p99-ms", 250, false},
	{"… changes missed", "Replicas/others_book", "missed", 0, false},
	{"Starts of a month in a branch of a large chain: ratio to a single branch", "Growth/starts_of_a_month", "ratio", 1.5, false},
	{"p99 of legitimate requests during hostile traffic: ratio to without", "Hostile/10_a_second", "p99-ratio", 3, false},
	{"Booking page: Lighthouse performance", "BookingPage/performance", "score", 100, true},
	{"… with a preset service", "BookingPage/performance_preset", "score", 100, true},
	{"… first start shown on slow 4G, in ms", "BookingPage/first_start", "ms", 1000, false},
	{"Admin: until another browser shows a change of a competency, in ms", "LiveChange/competency", "ms", 1000, false},
	{"… of an appointment", "LiveChange/appointment", "ms", 1500, false},
	{"Engine: small workload, in ns", "Slots/small", "ns/op", 25_000, false},
	{"… medium workload", "Slots/medium", "ns/op", 150_000, false},
	{"… large workload", "Slots/large", "ns/op", 8_000_000, false},
}

func (t target) isMet(value float64) bool {
	if t.atLeast {
		return value >= t.bound
	}
	return value <= t.bound
}
