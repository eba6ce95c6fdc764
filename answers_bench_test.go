package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"visavis/internal/store/storetest"
)

// BenchmarkAnswers tells how many answers a second a server gives to sixteen clients without a pause, beside it on the same machine:
// to a trivial question, and to that for the starts of a day and of a month. A ratio compares with the trivial one of the same run.
func BenchmarkAnswers(b *testing.B) {
	addr := startProcess(b, storetest.SQLiteURL(b)).addr
	starts := func(days int) variables {
		return variables{"branch": "brn_demo-mitte", "from": time.Now().Format(time.DateOnly), "to": time.Now().AddDate(0, 0, days-1).Format(time.DateOnly)}
	}
	var trivial float64
	for _, asked := range []struct {
		name      string
		operation string
		variables variables
	}{
		{"trivial", `{ __typename }`, nil},
		{"starts of a day", searchOperation, starts(1)},
		{"starts of a month", searchOperation, starts(30)},
	} {
		body, err := json.Marshal(map[string]any{"query": asked.operation, "variables": asked.variables})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(asked.name, func(b *testing.B) {
			took := askWithoutPause(b, "http://"+addr+"/graphql", body)
			rate := float64(b.N) / b.Elapsed().Seconds()
			if asked.variables == nil {
				trivial = rate
			}
			b.ReportMetric(rate, "answers/s")
			b.ReportMetric(rate/trivial, "ratio")
			b.ReportMetric(p99(took).Seconds()*1000, "p99-ms")
		})
	}
}

// askWithoutPause asks b.N times, by sixteen clients, and gives how long each took.
func askWithoutPause(b *testing.B, url string, body []byte) (took []time.Duration) {
	const clients = 16
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	turns := make(chan struct{}, clients)
	each := make([][]time.Duration, clients)
	var all sync.WaitGroup
	b.ResetTimer()
	for c := range clients {
		all.Go(func() {
			for range turns {
				began := time.Now()
				if err := answered(client, url, body); err != nil {
					b.Error(err)
				}
				each[c] = append(each[c], time.Since(began))
			}
		})
	}
	for range b.N {
		turns <- struct{}{}
	}
	close(turns)
	all.Wait()
	b.StopTimer()
	return slices.Concat(each...)
}

func answered(client *http.Client, url string, body []byte) error {
	response, err := client.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err
}
