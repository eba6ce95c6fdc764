package booking_test

import (
	"strings"
	"testing"
	"time"
)

func TestAnyoneIsChosenFairly(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		served := func(text string) string {
			a := d.book(t, start(t, cut, text))
			d.pass(time.Second)
			return strings.TrimPrefix(a.StaffID, "stf_demo-")
		}
		same(t, "nobody has anything: by ID", served("2026-11-24 09:00"), "anna")
		same(t, "Ben has least", served("2026-11-24 11:00"), "ben")
		same(t, "then Clara", served("2026-11-24 14:00"), "clara")
		same(t, "all have the same: it is Anna's turn", served("2026-11-24 15:00"), "anna")
		d.book(t, start(t, balayage, "2026-11-25 09:00", clara))
		same(t, "on Wednesday it is Ben's turn", served("2026-11-25 14:00"), "ben")
		same(t, "then Anna's", served("2026-11-25 15:00"), "anna")
		same(t, "Ben has as little as Anna, and his turn is longer ago", served("2026-11-25 16:00"), "ben")
	})
}
