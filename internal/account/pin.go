package account

import (
	"strings"

	"visavis/internal/problem"
)

// Length of PINs in digits.
const (
	shortestPIN = 4
	longestPIN  = 8
)

// checkPIN returns a problem if the text is not a PIN or is one of the first that attackers try.
func checkPIN(pin, field string) *problem.Problem {
	if len(pin) < shortestPIN || len(pin) > longestPIN || strings.Trim(pin, "0123456789") != "" {
		return problem.New(problem.PINInvalid, field, shortestPIN, longestPIN)
	}
	if strings.Trim(pin, pin[:1]) == "" || strings.Contains("01234567890", pin) || strings.Contains("09876543210", pin) {
		return problem.New(problem.PINTooSimple, field)
	}
	return nil
}
