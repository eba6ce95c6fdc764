package targets_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/test/harness"
)

// BenchmarkBookings measures the durable bookings per second that a server acknowledges to sixteen customers.
func BenchmarkBookings(b *testing.B) {
	p := harness.StartProcess(b, busySalon(b))
	free := freeConsultations(b, p)
	const clients = 16
	for b.Loop() {
		var took []time.Duration
		var mu sync.Mutex
		var all sync.WaitGroup
		began, computed := time.Now(), p.CPU(b)
		for client := range clients {
			all.Go(func() {
				for i := client; i < len(free); i += clients {
					asked := time.Now()
					booked, refused, err := p.Book(free[i])
					if err != nil || booked == "" {
						b.Errorf("%s is refused: %s, %v", free[i].Start, refused, err)
					}
					mu.Lock()
					took = append(took, time.Since(asked))
					mu.Unlock()
				}
			})
		}
		all.Wait()
		b.ReportMetric(float64(len(took))/time.Since(began).Seconds(), "bookings/s")
		b.ReportMetric(milliseconds(p99(took)), "p99-ms")
		b.ReportMetric((p.CPU(b)-computed)*1000/float64(len(took)), "server-ms/booking")
	}
}

// freeConsultations returns starts of all profiles in the next three months that do not touch each other.
func freeConsultations(b *testing.B, p *harness.Process) (free []harness.Request) {
	b.Helper()
	s := p.Client(b)
	today := civil.NewDate(time.Now().Date())
	data := s.Query(`query($branch: ID!, $service: ID!, $from: LocalDate!, $to: LocalDate!) {
		bookableVideoConsultations(branchId: $branch, serviceIds: [$service], from: $from, to: $to) { staff { id } days { starts } } }`,
		harness.Variables{"branch": busyBranch, "service": busyService, "from": today.String(), "to": today.AddDays(89).String()})
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
					Branch: busyBranch, Service: busyService, Staff: staffID, Start: text.(string),
					Key: fmt.Sprintf("busy-request-%06d", n), Address: fmt.Sprintf("10.1.%d.%d", n/250, n%250),
				})
			}
		}
	}
	slices.SortStableFunc(free, func(a, b harness.Request) int { return slices.Compare([]byte(a.Start), []byte(b.Start)) })
	return free
}
