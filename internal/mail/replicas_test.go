package mail

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// With all of these variables the test binary runs as a worker that a test can kill.
const (
	databaseVariable = "VISAVIS_TEST_DATABASE_URL"
	portVariable     = "VISAVIS_TEST_SMTP_PORT"
	nowVariable      = "VISAVIS_TEST_NOW"
)

func TestMain(m *testing.M) {
	if url := os.Getenv(databaseVariable); url != "" {
		workUntilKilled(url)
	}
	os.Exit(m.Run())
}

func workUntilKilled(url string) {
	port, _ := strconv.Atoi(os.Getenv(portVariable))
	now, _ := strconv.ParseInt(os.Getenv(nowVariable), 10, 64)
	database, err := store.Open(context.Background(), store.Options{URL: url})
	if err != nil {
		panic(err)
	}
	mailOf(database, func() civil.Instant { return civil.Instant(now) }).NewWorker(WorkerOptions{
		Server: config.SMTPServer{Host: "127.0.0.1", Port: port}, Logger: slog.New(slog.DiscardHandler),
	}).Run(context.Background())
}

// busySalon returns a salon with many appointments in the next month and no mail sent.
func busySalon(t *testing.T) (s *salon, databaseURL string, appointments int) {
	t.Helper()
	databaseURL = demotest.Salon.PostgresURL(t)
	database := storetest.Open(t, store.Options{URL: databaseURL})
	s = newSalon(t, database)
	first := civil.NewDate(2026, time.November, 25)
	offers, err := s.booking.BookableSalonVisits(byOwner(t), booking.Search{
		BranchID: mitte, ServiceIDs: []string{cut}, StaffIDs: []string{anna}, Dates: civil.DateRange{First: first, Last: first.AddDays(40)},
	})
	if err != nil || len(offers) != 1 {
		t.Fatal(len(offers), err)
	}
	for _, day := range offers[0].Days {
		free := day.Starts[0]
		for _, start := range day.Starts {
			if start < free {
				continue
			}
			s.bookFor(t, fmt.Sprintf("carla-%d@kunde.example", start), cut, start.Time().In(berlin(t)).Format("2006-01-02 15:04"), branch.LocaleDE)
			free = start.Add(time.Hour) // a cut and what comes after it
			appointments++
		}
	}
	if appointments < 100 {
		t.Fatalf("there are only %d appointments", appointments)
	}
	return s, databaseURL, appointments
}

// replicas returns workers that have their own connections to the database.
func (s *salon) replicas(t *testing.T, databaseURL string, count int) []*runningWorker {
	t.Helper()
	var workers []*runningWorker
	for range count {
		database := storetest.Open(t, store.Options{URL: databaseURL})
		workers = append(workers, s.startFor(t, mailOf(database, s.clock)))
	}
	for _, worker := range workers {
		<-worker.asleep
	}
	return workers
}

// together runs the workers concurrently until nothing is due.
func (s *salon) together(t *testing.T, workers []*runningWorker) {
	t.Helper()
	for {
		for _, worker := range workers {
			worker.tick <- time.Time{}
		}
		for _, worker := range workers {
			<-worker.asleep
		}
		if !s.store.Client().Mail.Query().Where(mail.StateEQ(mail.StateWAITING), mail.DueAtLTE(s.clock())).ExistX(byOwner(t)) {
			return
		}
	}
}

// came counts the received messages by Message-ID.
func (s *salon) came(t *testing.T, counts map[string]int) {
	t.Helper()
	for _, o := range s.take(t) {
		counts[o.Get("Message-ID")]++
	}
}

func TestWorkersOfAllReplicasSendAndRemindOnce(t *testing.T) {
	t.Parallel()
	s, url, appointments := busySalon(t)
	workers := s.replicas(t, url, 3)
	s.together(t, workers)
	counts := map[string]int{}
	s.came(t, counts)
	same(t, "confirmations", len(counts), appointments)
	for range 50 { // of the days that lie before the last appointment, each has its reminders
		s.pass(24 * time.Hour)
		s.together(t, workers)
	}
	s.came(t, counts)
	same(t, "mails with reminders", len(counts), 2*appointments)
	for id, count := range counts {
		same(t, id+" came so many times", count, 1)
	}
	once := mail.And(mail.StateEQ(mail.StateSENT), mail.Attempts(1))
	same(t, "sent at the first attempt", s.store.Client().Mail.Query().Where(once).CountX(t.Context()), 2*appointments)
}

func TestAWorkerThatIsKilledLeavesNothingUnsent(t *testing.T) {
	t.Parallel()
	s, url, appointments := busySalon(t)
	const before = 24 // in the third batch of ten
	worker := exec.Command(os.Args[0])
	kill := sync.OnceFunc(func() {
		_ = worker.Process.Kill()
		_ = worker.Wait() // reports the kill
	})
	started, killed := make(chan struct{}), make(chan struct{})
	came := 0
	s.smtp.set(responses{message: func() error {
		<-started
		if came++; came > before {
			kill()
			close(killed)
		}
		return nil // accepted, but without a recorded acknowledgement
	}})
	port := s.smtp.address[strings.LastIndex(s.smtp.address, ":")+1:]
	worker.Env = append(os.Environ(), databaseVariable+"="+url, portVariable+"="+port, nowVariable+"="+strconv.FormatInt(s.now.Load(), 10))
	if err := worker.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(kill)
	close(started)
	<-killed
	s.smtp.set(responses{})

	workers := s.replicas(t, url, 2)
	s.together(t, workers)
	claimed := s.store.Client().Mail.Query().Where(mail.KindEQ(mail.KindCONFIRMED), mail.StateEQ(mail.StateWAITING)).CountX(t.Context())
	same(t, "mails that wait until the lease ends", claimed, 3*batch-before)
	s.pass(leaseTime)
	s.together(t, workers)
	counts, again := map[string]int{}, 0
	s.came(t, counts)
	same(t, "mails", len(counts), appointments)
	for _, count := range counts {
		again += count - 1
	}
	same(t, "mails that came again", again, 1)
}
