package availability_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

// workload is a file of testdata in the form slot-workload/1.
type workload struct {
	Now   time.Time
	Query struct {
		From, To        time.Time
		EventLengthMin  time.Duration
		SlotIntervalMin time.Duration
		BufferAfterMin  time.Duration
		MinNoticeMin    time.Duration
	}
	Branches []struct{ ID, TimeZone string }
	Staff    []struct {
		ID, Branch   string
		WorkingHours []struct {
			Days       []time.Weekday
			Start, End civil.TimeOfDay
		}
		DateOverrides []struct {
			Date       civil.Date
			Start, End civil.TimeOfDay
		}
		Busy [][2]time.Time
	}
}

// questions turns the workload into the terms of this package. The branches are
// always open and offer any date, since the workload knows neither.
func (w *workload) questions(t testing.TB) []question {
	t.Helper()
	service := &Service{
		ID: "consultation", Video: true, Online: true,
		Duration: w.Query.EventLengthMin * time.Minute,
		CleanUp:  w.Query.BufferAfterMin * time.Minute,
	}
	allDay := civil.Intervals{{From: 0, To: civil.EndOfDay}}
	branches := map[string]*Branch{}
	for _, b := range w.Branches {
		zone, err := civil.LoadZone(b.TimeZone)
		if err != nil {
			t.Fatal(err)
		}
		branches[b.ID] = &Branch{
			Zone: zone,
			Rules: Rules{
				StartInterval: w.Query.SlotIntervalMin * time.Minute,
				LeadTime:      w.Query.MinNoticeMin * time.Minute,
				HorizonDays:   10_000,
			},
			Hours: Week{allDay, allDay, allDay, allDay, allDay, allDay, allDay},
		}
	}
	var questions []question
	for _, s := range w.Staff {
		var week Week
		for _, hours := range s.WorkingHours {
			for _, day := range hours.Days {
				week[day] = append(week[day], civil.Interval{From: hours.Start, To: hours.End})
			}
		}
		staff := &Staff{
			ID: s.ID, Online: true, Active: true, VideoLink: true,
			Person:     &Person{},
			Competence: map[string]bool{service.ID: true},
			Plans:      []WorkPlan{{Weeks: []Week{week}}},
		}
		for _, o := range s.DateOverrides {
			off := DayPlan{Date: o.Date}
			if o.Start < o.End {
				off.Intervals = civil.Intervals{{From: o.Start, To: o.End}}
			}
			staff.Overrides = append(staff.Overrides, off)
		}
		for _, busy := range s.Busy {
			// The clean-up of a booking is part of it.
			staff.Person.Busy = append(staff.Person.Busy, Busy{
				Span: Span{Start: civil.InstantOf(busy[0]), End: civil.InstantOf(busy[1])},
			})
		}
		branch := branches[s.Branch]
		questions = append(questions, question{
			branch: branch, staff: staff, service: service,
			dates: civil.DateRange{
				First: branch.Zone.Date(civil.InstantOf(w.Query.From)),
				Last:  branch.Zone.Date(civil.InstantOf(w.Query.To) - 1),
			},
			now: civil.InstantOf(w.Now),
		})
	}
	return questions
}

// unzip opens a file of testdata.
func unzip(t testing.TB, name string) io.Reader {
	t.Helper()
	file, err := os.Open("testdata/" + name + ".gz")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	reader, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	return reader
}

func readWorkload(t testing.TB, name string) *workload {
	t.Helper()
	var w workload
	if err := json.NewDecoder(unzip(t, name+".json")).Decode(&w); err != nil {
		t.Fatal(err)
	}
	return &w
}

func TestWorkloads(t *testing.T) {
	for _, name := range []string{"small", "medium", "large", "dst-spring15"} {
		t.Run(name, func(t *testing.T) {
			w := readWorkload(t, name)
			expected := bufio.NewScanner(unzip(t, "expected/"+name+".txt"))
			expected.Buffer(nil, 1<<20)
			for _, q := range w.questions(t) {
				if !expected.Scan() {
					t.Fatal("no line for", q.staff.ID)
				}
				id, line, _ := strings.Cut(expected.Text(), ":")
				if id != q.staff.ID {
					t.Fatalf("the line of %s where that of %s should be", id, q.staff.ID)
				}
				compare(t, id, w.minutes(q), strings.Split(line, ","))
			}
			if expected.Scan() {
				t.Error("nobody for line", strings.SplitN(expected.Text(), ":", 2)[0])
			}
		})
	}
}

// minutes lists the starts, in minutes since 1970, of consultations that lie
// within the query, to its very end.
func (w *workload) minutes(q question) []string {
	from, to := civil.InstantOf(w.Query.From), civil.InstantOf(w.Query.To)
	var minutes []string
	for _, day := range q.starts() {
		for _, start := range day.Starts {
			if from <= start && start.Add(q.service.Duration) <= to {
				minutes = append(minutes, strconv.FormatInt(int64(start)/60, 10))
			}
		}
	}
	return minutes
}

// compare reports the first difference only, for a line has thousands of starts.
func compare(t *testing.T, id string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(want):
			t.Errorf("%s: %s is too much, after %d starts", id, got[i], i)
		case i >= len(got):
			t.Errorf("%s: %s is missing, after %d starts", id, want[i], i)
		case got[i] != want[i]:
			t.Errorf("%s: start %d is %s, want %s", id, i, got[i], want[i])
		default:
			continue
		}
		return
	}
}

// BenchmarkSlots answers a whole workload: every member of staff of every branch, of which each is searched once.
func BenchmarkSlots(b *testing.B) {
	for _, name := range []string{"small", "medium", "large"} {
		b.Run(name, func(b *testing.B) {
			searched := map[*Branch][]question{}
			for _, q := range readWorkload(b, name).questions(b) {
				searched[q.branch] = append(searched[q.branch], q)
			}
			b.ReportAllocs()
			for b.Loop() {
				for _, questions := range searched {
					search := NewSearch(questions[0].branch, questions[0].dates, questions[0].now)
					for _, q := range questions {
						search.Starts(q.staff, q.service)
					}
				}
			}
		})
	}
}
