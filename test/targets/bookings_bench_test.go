package targets_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// bookingsOfRound is how many bookings a server gets in each round, and halfOfThem how many a bare transaction.
const (
	bookingsOfRound = 500
	halfOfThem      = bookingsOfRound / 2
)

// BenchmarkBookings measures the durable bookings per second that a server acknowledges to sixteen customers. Its floors are the
// answers of a bare server, and bare transactions that write the same rows: one for each booking, and one for sixteen.
func BenchmarkBookings(b *testing.B) {
	bareAddr, barePID := startBare(b)
	bare, trivial := newCrowd(b, []string{bareAddr}, barePID), encoded(b, trivialOperation, nil)
	empty := busySalon(b)
	rows := rowsOfBookings(b, empty)
	floor := openFloor(b, storetest.Copy(b, empty))
	p := harness.StartProcess(b, storetest.Copy(b, empty))
	product := newCrowd(b, []string{p.Addr}, p.Command.Process.Pid)
	questions := bookingRequests(b, freeConsultations(b, p, busyBranch))
	next := func() [][]byte {
		some := questions[:bookingsOfRound]
		questions = questions[bookingsOfRound:]
		return some
	}
	bare.repeat(b, trivial, time.Second) // warm-up
	product.share(b, next(), isBooked)
	for b.Loop() {
		f := figures{}
		for range rounds {
			f.add("bare/s", bare.repeat(b, trivial, time.Second).perSecond)
			for _, group := range []int{1, clients} {
				perSecond, cpu := floor.write(b, rows[:halfOfThem], group)
				rows = rows[halfOfThem:]
				f.add(fmt.Sprintf("transactions-of-%d/s", group), perSecond)
				f.add(fmt.Sprintf("transactions-of-%d-ms", group), cpu)
			}
			o := product.share(b, next(), isBooked)
			f.add("bookings/s", o.perSecond)
			f.add("p99-ms", milliseconds(o.p99))
			f.add("server-ms/booking", o.server)
			f.add("load-ms/booking", o.load)
			f.ratio("of-bare-http", "bookings/s", "bare/s")
			f.ratio("of-bare-transactions", "bookings/s", "transactions-of-1/s")
			f.ratio("of-bare-groups", "bookings/s", fmt.Sprintf("transactions-of-%d/s", clients))
		}
		f.report(b)
	}
}

// bookingRequests encodes requests to book.
func bookingRequests(b *testing.B, wanted []harness.Request) (questions [][]byte) {
	b.Helper()
	for _, w := range wanted {
		questions = append(questions, encoded(b, harness.BookOperation, harness.Variables{"input": w.Input()}, harness.ClientAddress, w.Address))
	}
	return questions
}

// isBooked returns an error for an answer without a booking.
func isBooked(answer []byte) error {
	if !bytes.Contains(answer, []byte(`"booking":{`)) {
		return fmt.Errorf("a booking is refused: %s", answer)
	}
	return nil
}

// freeConsultations returns starts of all profiles of a branch in the next three months that do not touch each other.
func freeConsultations(b *testing.B, p *harness.Process, branch string) (free []harness.Request) {
	b.Helper()
	s := p.Client(b)
	today := civil.NewDate(time.Now().Date())
	data := s.Query(`query($branch: ID!, $service: ID!, $from: LocalDate!, $to: LocalDate!) {
		bookableVideoConsultations(branchId: $branch, serviceIds: [$service], from: $from, to: $to) { staff { id } days { starts } } }`,
		harness.Variables{"branch": branch, "service": busyService, "from": today.String(), "to": today.AddDays(89).String()})
	for _, offer := range harness.List(data["bookableVideoConsultations"]) {
		staffID := offer["staff"].(map[string]any)["id"].(string)
		var last time.Time
		for _, day := range harness.List(offer["days"]) {
			for _, text := range day["starts"].([]any) {
				start, err := time.Parse(time.RFC3339, text.(string))
				if err != nil {
					b.Fatal(err)
				}
				if start.Sub(last) < pastInterval {
					continue
				}
				last = start
				n := len(free)
				free = append(free, harness.Request{
					Branch: branch, Service: busyService, Staff: staffID, Start: text.(string),
					Key: fmt.Sprintf("%s-request-%06d", strings.ReplaceAll(branch, "_", "-"), n), Address: fmt.Sprintf("10.1.%d.%d", n/250, n%250),
				})
			}
		}
	}
	slices.SortStableFunc(free, func(a, b harness.Request) int { return slices.Compare([]byte(a.Start), []byte(b.Start)) })
	return free
}
