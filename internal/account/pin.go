package account

import (
	_ "embed"
	"strings"
	"time"

	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// Length of PINs in digits.
const (
	shortestPIN      = 4
	shortestPINAbove = 6 // of roles above MEMBER
	longestPIN       = 8
)

// commonPINs are those that leak most often and neither repeat, count nor look like a date, one a line.
//
//go:embed common_pins.txt
var commonPINs string

// ShortestPIN returns the least number of digits of a PIN for a role.
func ShortestPIN(role actor.Role) int {
	if role > actor.Member {
		return shortestPINAbove
	}
	return shortestPIN
}

// readPIN returns a PIN as it was copied or typed.
func readPIN(text string) string { return form.Copied(text) }

// checkPIN returns a problem if the text is not a PIN for the role or is one of the first that attackers try.
func checkPIN(pin string, role actor.Role, field string) *problem.Problem {
	shortest := ShortestPIN(role)
	if len(pin) < shortest || len(pin) > longestPIN || strings.Trim(pin, "0123456789") != "" {
		return problem.New(problem.PINInvalid, field, shortest, longestPIN)
	}
	if repeats(pin) || counts(pin) || looksLikeDate(pin) || strings.Contains("\n"+commonPINs, "\n"+pin+"\n") {
		return problem.New(problem.PINTooSimple, field)
	}
	return nil
}

// repeats reports whether a PIN is a part of at most half its length again and again: 0000, 121212, 12341234.
func repeats(pin string) bool {
	for length := 1; length <= len(pin)/2; length++ {
		if strings.Repeat(pin[:length], len(pin)/length+1)[:len(pin)] == pin {
			return true
		}
	}
	return false
}

// counts reports whether each digit differs from the one before by the same step: 1234, 987654, 90123, 2468.
func counts(pin string) bool {
	step := (pin[1] - pin[0] + 10) % 10
	for i := 2; i < len(pin); i++ {
		if (pin[i]-pin[i-1]+10)%10 != step {
			return false
		}
	}
	return true
}

// dateLayouts are the ways to write a date, or two of its parts, by the number of digits.
var dateLayouts = map[int][]string{
	4: {"0201", "0102"},
	6: {"020106", "010206", "060102", "200601", "012006"},
	8: {"02012006", "01022006", "20060102"},
}

// looksLikeDate reports whether a PIN can be a birthday or another date within living memory.
func looksLikeDate(pin string) bool {
	for _, layout := range dateLayouts[len(pin)] {
		read, err := time.Parse(layout, pin)
		if err == nil && (!strings.Contains(layout, "2006") || isRecent(read.Year())) {
			return true
		}
	}
	return len(pin) == 4 && (pin[:2] == "19" || pin[:2] == "20")
}

func isRecent(year int) bool { return 1900 <= year && year < 2100 }
