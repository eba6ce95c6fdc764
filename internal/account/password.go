package account

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"visavis/internal/problem"
)

// Length of passwords in characters.
const (
	shortestPassword = 8
	longestPassword  = 128
)

// commonPasswords are those of at least eight characters that leak most often, in
// small letters, one a line.
//
//go:embed common_passwords.txt
var commonPasswords string

// checkPassword returns a problem if the password is too easy to guess.
func checkPassword(password, email, field string) *problem.Problem {
	length := utf8.RuneCountInString(norm.NFC.String(password))
	switch {
	case length < shortestPassword:
		return problem.New(problem.PasswordTooShort, field, shortestPassword)
	case length > longestPassword:
		return problem.New(problem.TooLong, field, longestPassword)
	case isCommon(password) || strings.EqualFold(password, email):
		return problem.New(problem.PasswordCommon, field)
	default:
		return nil
	}
}

// isCommon reports whether the password is on the list or repeats one character.
func isCommon(password string) bool {
	lower := strings.ToLower(password)
	first, _ := utf8.DecodeRuneInString(lower)
	return strings.Trim(lower, string(first)) == "" || strings.Contains("\n"+commonPasswords, "\n"+lower+"\n") && !strings.Contains(lower, "\n")
}
