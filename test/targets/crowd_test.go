package targets_test

import (
	"slices"
	"sync"
	"testing"
	"time"
)

// clients is how many ask a server at once.
const clients = 16

// crowd are clients of a server, or of several.
type crowd struct {
	askers  []*asker
	servers []int // process IDs
}

func newCrowd(b *testing.B, addrs []string, servers ...int) *crowd {
	b.Helper()
	c := &crowd{servers: servers}
	for i := range clients {
		c.askers = append(c.askers, newAsker(b, addrs[i%len(addrs)]))
	}
	return c
}

// outcome is what a crowd has measured.
type outcome struct {
	perSecond    float64
	p99          time.Duration
	server, load float64 // milliseconds of CPU for each answer
	bytes        int     // of the last answer
}

// repeat has everybody repeat the same question until the time is up.
func (c *crowd) repeat(b *testing.B, question []byte, lasts time.Duration) outcome {
	b.Helper()
	end := time.Now().Add(lasts)
	return c.measure(b, func(_ int, a *asker, took func(time.Duration)) (size int, err error) {
		for time.Now().Before(end) {
			began := time.Now()
			body, err := a.ask(question)
			if err != nil {
				return 0, err
			}
			took(time.Since(began))
			size = len(body)
		}
		return size, nil
	})
}

// share has everybody ask an equal part of the questions; check returns an error for an answer that is not the wanted one.
func (c *crowd) share(b *testing.B, questions [][]byte, check func(answer []byte) error) outcome {
	b.Helper()
	return c.measure(b, func(client int, a *asker, took func(time.Duration)) (size int, err error) {
		for i := client; i < len(questions); i += clients {
			began := time.Now()
			body, err := a.ask(questions[i])
			if err == nil {
				err = check(body)
			}
			if err != nil {
				return 0, err
			}
			took(time.Since(began))
			size = len(body)
		}
		return size, nil
	})
}

// measure runs all clients at once.
func (c *crowd) measure(b *testing.B, run func(client int, a *asker, took func(time.Duration)) (size int, err error)) outcome {
	b.Helper()
	var o outcome
	each := make([][]time.Duration, clients)
	var all sync.WaitGroup
	used, began := watch(b, c.servers...), time.Now()
	for client, a := range c.askers {
		all.Go(func() {
			size, err := run(client, a, func(d time.Duration) { each[client] = append(each[client], d) })
			if err != nil {
				b.Error(err)
			}
			if client == 0 {
				o.bytes = size
			}
		})
	}
	all.Wait()
	lasted, cpu := time.Since(began), used()
	took := slices.Concat(each...)
	if len(took) == 0 {
		b.Fatal("nothing was answered")
	}
	o.perSecond, o.p99 = float64(len(took))/lasted.Seconds(), p99(took)
	o.server, o.load = cpu.per(len(took))
	return o
}

func p99(took []time.Duration) time.Duration {
	slices.Sort(took)
	return took[len(took)*99/100]
}
