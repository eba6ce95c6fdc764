package form

import "testing"

func TestTheProviderOfAMistypedDomainIsFound(t *testing.T) {
	for domain, want := range map[string]string{
		"gmial.com": "gmail.com", "gmai.com": "gmail.com", "gmail.con": "gmail.com", "gmail.co": "gmail.com", "gmaill.com": "gmail.com", "gnail.com": "gmail.com",
		"gamil.com": "gmail.com", "gmal.con": "gmail.com", "GMIAL.com ": "gmail.com", "gmail.cm": "gmail.com", "gmailcom.com": "",
		"wbe.de": "web.de", "wed.de": "web.de", "web.dee": "web.de", "gxm.de": "gmx.de", "gmx.dr": "gmx.de", "gmx.nte": "gmx.net",
		"t-onlin.de": "t-online.de", "tonline.de": "t-online.de", "t-onlien.de": "t-online.de", "freent.de": "freenet.de", "hotmial.de": "hotmail.de", "outlok.com": "outlook.com",
		"outlook.dee": "outlook.de", "yaho.de": "yahoo.de", "iclod.com": "icloud.com", "postoe.de": "posteo.de",
		// They exist.
		"gmail.com": "", "googlemail.com": "", "gmx.at": "", "gmx.net": "", "mail.de": "", "email.de": "", "ymail.com": "", "me.com": "", "mac.com": "", "163.com": "", "xn--mller-kva.example": "",
		"salon.example": "", "müller.de": "", "salon-mitte.berlin": "", "google.com": "", "": "", "de": "", "a.de": "", "ab.de": "",
	} {
		if got := ProviderMeant(domain); got != want {
			t.Errorf("%s means %q, want %q", domain, got, want)
		}
	}
}
