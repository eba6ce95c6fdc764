package origin

import "testing"

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"https://salon.example":                     "https://salon.example",
		" HTTPS://Salon.Example:443/termin?a=b#c ":  "https://salon.example",
		"http://salon.example:80":                   "http://salon.example",
		"http://salon.example:8080/":                "http://salon.example:8080",
		"salon.example/termin":                      "https://salon.example",
		"www.Salöng.example":                        "https://www.xn--salng-lua.example",
		"https://xn--salng-lua.example":             "https://xn--salng-lua.example",
		"http://127.0.0.1:3000":                     "http://127.0.0.1:3000",
		"http://[2001:DB8::1]:3000":                 "http://[2001:db8::1]:3000",
		"https://":                                  "",
		"":                                          "",
		"null":                                      "https://null", // a name like any other, not the origin of sandboxes
		"https://*.salon.example":                   "",
		"*":                                         "",
		"https://anna:secret@salon.example":         "",
		"ftp://salon.example":                       "",
		"javascript://salon.example/%0aalert(1)":    "",
		"file:///etc/passwd":                        "",
		"https://salon example":                     "",
		"https://salon.example:https":               "",
		"https://salon.example, https://b.example":  "",
		"https://salon..example":                    "",
		"https://-salon.example":                    "",
		"mailto:anna@salon.example":                 "",
		"https://salon.example%00.evil.example":     "",
		"https://salon.example\\@evil.example/path": "",
	} {
		got, isOrigin := Parse(text)
		if isOrigin != (want != "") || isOrigin && got != want {
			t.Errorf("%q is %q, %v, want %q", text, got, isOrigin, want)
		}
	}
}
