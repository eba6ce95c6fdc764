package form

import (
	"strings"
	"testing"

	"visavis/internal/problem"
)

func TestAddressesThatCanExistAreAccepted(t *testing.T) {
	for _, given := range []string{
		"lena@web.example", "l@web.example", "lena+salon@web.example", "o'neill@web.example", "lena.koch-weiss_1@web.example", "lena@mail.web.example", "lena@a.co",
		"lena@salon.photography", "lena@salon.international", "lena@müller.example", "lena@xn--mller-kva.example", "lena@straße.de", "lena@例え.テスト", "lena@4711.example",
		"!#$%&'*+/=?^_`{|}~-@web.example", "123@163.com", "lena@r3---sn.example", "\u200blena@web.example ", strings.Repeat("l", 64) + "@web.example",
	} {
		var f Form
		if f.Email("email", &given); len(f.List) > 0 {
			t.Errorf("%q is refused: %s", given, f.wrong())
		}
	}
}

func TestAddressesThatCannotExistAreRefused(t *testing.T) {
	for code, list := range map[problem.Code][]string{
		problem.EmailInvalid: {
			"lena", "@", "lena@", "@web.example", "lena@localhost", "lena@web", "lena@127.0.0.1", "lena@[127.0.0.1]", "lena@[IPv6:::1]", "lena@web.123", "lena@web..example",
			"lena@.example", "lena@web.example.", "lena@-web.example", "lena@web-.example", "lena@we_b.example", "lena web@web.example", "lena@web .example", "lena@@web.example",
			"lena@kunde@web.example", ".lena@web.example", "lena.@web.example", "lena..koch@web.example", `"lena koch"@web.example`, "lena(salon)@web.example", "lena@web.e",
			"Lena <lena@web.example>", "<lena@web.example>", "mailto:lena@web.example", "lena@web.example, tom@web.example", "lena@web.example;", "lena\n@web.example",
			"lena@xn--a.example", strings.Repeat("l", 65) + "@web.example", "lena@" + strings.Repeat("w", 64) + ".example", "lena@" + strings.Repeat("ü", 60) + ".example",
		},
		problem.EmailNotASCII: {"jürgen@web.example", "müller@müller.example", "用户@例え.テスト"},
		problem.TooLong:       {strings.Repeat("lena.", 60) + "l@web.example"},
	} {
		for _, given := range list {
			var f Form
			if f.Email("email", &given); f.wrong() != string(code) {
				t.Errorf("%q: %q, want %s", given, f.wrong(), code)
			}
		}
	}
}
