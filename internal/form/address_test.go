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

func TestADomainHasOneForm(t *testing.T) {
	for _, given := range []string{
		"lena@müller.example", "Lena@MÜLLER.example", "lena@mu\u0308ller.example", "lena@xn--mller-kva.example", "LENA@XN--MLLER-KVA.EXAMPLE", "lena@müller。example",
	} {
		if got := Address(given); got != "lena@müller.example" {
			t.Errorf("%q becomes %q", given, got)
		}
		if got := ASCIIAddress(Address(given)); got != "lena@xn--mller-kva.example" {
			t.Errorf("%q is sent to %q", given, got)
		}
	}
	for given, want := range map[string]string{
		"lena@straße.example": "lena@xn--strae-oqa.example", "lena@web.example": "lena@web.example", "lena": "lena", "": "", "lena@": "lena@", "lena@-.example": "lena@-.example",
	} {
		if got := ASCIIAddress(given); got != want {
			t.Errorf("%q is sent to %q", given, got)
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
