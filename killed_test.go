package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"visavis/internal/civil"
	"visavis/internal/store/storetest"
)

// serveVariable has the test's own program be the server, which a test can kill.
const serveVariable = "VISAVIS_TEST_SERVES"

func TestMain(m *testing.M) {
	if os.Getenv(serveVariable) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// process is a server in a process of its own.
type process struct {
	command *exec.Cmd
	addr    string
}

func startProcess(t testing.TB, databaseURL string) *process {
	t.Helper()
	p := &process{command: exec.Command(os.Args[0])}
	p.command.Env = append(os.Environ(), serveVariable+"=true", "VISAVIS_DEMO=true", "VISAVIS_DEMO_PASSWORD=three quiet words", "VISAVIS_CLIENT_ADDRESS_HEADER=X-Client-Address", "VISAVIS_ADDR=127.0.0.1:0", "VISAVIS_DATABASE_URL="+databaseURL)
	output, err := p.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	for lines := bufio.NewScanner(output); lines.Scan(); {
		if before, found := strings.CutSuffix(lines.Text(), "/graphql"); found {
			_, p.addr, _ = strings.Cut(before, "http://")
			return p
		}
	}
	t.Fatal("the server has not started")
	return nil
}

// kill ends the process as a power cut would.
func (p *process) kill() {
	_ = p.command.Process.Kill()
	_ = p.command.Wait()
}

// end asks it to end, and waits until it has.
func (p *process) end(t *testing.T) {
	t.Helper()
	if err := p.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if err := p.command.Wait(); err != nil {
		t.Error("the server ended with:", err)
	}
}

// request is a booking that a client sends, and sends again.
type request struct {
	branch, service, staff, start, key, address string
}

const bookOperation = `mutation($input: AppointmentBookInput!) { appointmentBook(input: $input) { booking { id secret start } userErrors { code } } }`

// book gives the ID and the secret that the server has acknowledged, or what it refuses.
func (p *process) book(r request) (acknowledged, refused string, err error) {
	response, err := p.post(bookOperation, r.address, variables{
		"start":          variables{"branchId": r.branch, "serviceId": r.service, "staffId": r.staff, "start": r.start},
		"customer":       variables{"name": "Carla Kunde", "email": r.key + "@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": r.key,
	})
	if err != nil {
		return "", "", err
	}
	defer response.Body.Close()
	var a struct {
		Data struct {
			AppointmentBook struct {
				Booking    *struct{ ID, Secret, Start string }
				UserErrors []struct{ Code string }
			}
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&a); err != nil {
		return "", "", err
	}
	if booking := a.Data.AppointmentBook.Booking; booking != nil {
		return booking.ID + " " + booking.Secret, "", nil
	}
	return "", fmt.Sprint(a.Data.AppointmentBook.UserErrors), nil
}

// post sends a mutation from an address: each client has its own.
func (p *process) post(operation, address string, input variables) (*http.Response, error) {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables{"input": input}})
	if err != nil {
		return nil, err
	}
	post, err := http.NewRequest(http.MethodPost, "http://"+p.addr+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	post.Header.Set("Content-Type", "application/json")
	post.Header.Set("X-Client-Address", address)
	return http.DefaultClient.Do(post)
}

// requests has every second free start of the demo salon, from the second next week on.
func requests(t testing.TB, p *process) []request {
	t.Helper()
	s := &salonServer{t: t, addr: p.addr, said: &journal{}}
	from := civil.NewDate(time.Now().Date()).AddDays(14)
	data := s.query(`query($from: LocalDate!, $to: LocalDate!) {
		bookableSalonVisits(branchId: "brn_demo-mitte", from: $from, to: $to) { service { id } staff { id } days { starts } } }`,
		variables{"from": from.String(), "to": from.AddDays(27).String()})
	var all []request
	for _, offer := range list(data["bookableSalonVisits"]) {
		for _, day := range list(offer["days"]) {
			for i, start := range day["starts"].([]any) {
				if i%2 == 0 {
					all = append(all, request{
						"brn_demo-mitte", offer["service"].(map[string]any)["id"].(string), offer["staff"].(map[string]any)["id"].(string),
						start.(string), fmt.Sprintf("request-%010d", len(all)), fmt.Sprintf("10.0.%d.%d", len(all)/250, len(all)%250),
					})
				}
			}
		}
	}
	return all
}

// TestNothingAcknowledgedIsLost kills the server amid a storm of bookings.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		p := startProcess(t, url)
		wanted := requests(t, p)
		acknowledged := stormUntilKilled(t, p, wanted)
		if file, isFile := strings.CutPrefix(url, "sqlite:"); isFile {
			checkFile(t, file)
		}
		began := time.Now()
		p = startProcess(t, url)
		t.Logf("%d bookings were acknowledged; the server was back after %v", len(acknowledged), time.Since(began))
		s := &salonServer{t: t, addr: p.addr, said: &journal{}}
		for i, answer := range acknowledged {
			_, secret, _ := strings.Cut(answer, " ")
			found := s.query(`query($secret: String!) { booking(secret: $secret) { id status } }`, variables{"secret": secret})["booking"]
			if found == nil || found.(map[string]any)["status"] != "CONFIRMED" {
				t.Errorf("the booking %s is lost: %v", answer, found)
			}
			again, refused, err := p.book(wanted[i])
			if err != nil || again != answer {
				t.Errorf("the same request is answered %s (%s, %v), at first %s", again, refused, err, answer)
			}
		}
	})
}

// stormUntilKilled gives, by the number of its request, every booking that the
// server has acknowledged before it was killed.
func stormUntilKilled(t *testing.T, p *process, wanted []request) map[int]string {
	t.Helper()
	const clients, enough = 16, 40
	acknowledged := map[int]string{}
	var mu sync.Mutex
	var everyone sync.WaitGroup
	kill := sync.OnceFunc(p.kill)
	for client := range clients {
		everyone.Go(func() {
			for i := client; i < len(wanted); i += clients {
				answer, _, err := p.book(wanted[i])
				if err != nil {
					return // the server is gone
				}
				mu.Lock()
				if answer != "" {
					acknowledged[i] = answer
				}
				ripe := len(acknowledged) >= enough
				mu.Unlock()
				if ripe {
					kill()
				}
			}
		})
	}
	everyone.Wait()
	if len(acknowledged) < enough {
		t.Fatalf("there was no storm: %d bookings", len(acknowledged))
	}
	return acknowledged
}

// checkFile looks at the database that the killed server has left.
func checkFile(t *testing.T, file string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	var overlaps int
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("the file is %s, %v", verdict, err)
	}
	if err := db.QueryRow(`SELECT count(*) FROM appointments a JOIN appointments b
		ON a.person_id = b.person_id AND a.id < b.id AND a.starts_at < b.blocked_until AND b.starts_at < a.blocked_until
		WHERE a.live AND b.live`).Scan(&overlaps); err != nil || overlaps != 0 {
		t.Errorf("%d appointments overlap, %v", overlaps, err)
	}
}
