package form

import "testing"

func TestAnAddressHasOneForm(t *testing.T) {
	for _, given := range []string{
		"lena@web.example", " Lena@Web.example\t", "le\x01na@web.example", "lena\u200b@web.example", "\u202elena@web.example\r\n", "l\u00adena@web.example",
	} {
		if got := Address(given); got != "lena@web.example" {
			t.Errorf("%q becomes %q", given, got)
		}
	}
}

func TestAMailboxHasOneForm(t *testing.T) {
	for given, want := range map[string]string{
		"lena@web.example": "lena@web.example", "Lena+salon@web.example": "lena@web.example", "lena+a+b@web.example": "lena@web.example",
		"+lena@web.example": "+lena@web.example", "lena": "lena", "": "",
	} {
		if got := Mailbox(given); got != want {
			t.Errorf("%q becomes %q", given, got)
		}
	}
}
