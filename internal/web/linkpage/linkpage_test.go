package linkpage_test

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"visavis/internal/web/linkpage"
)

func TestAPageHasItsStyleAndNothingElse(t *testing.T) {
	sheet := linkpage.New("<style>{{style}}</style><p>{{.}}</p>", "p { color: red }", "'self'")
	body, err := sheet.Write("</p><script>")
	if err != nil {
		t.Fatal(err)
	}
	style, rest, _ := strings.Cut(strings.TrimPrefix(string(body), "<style>"), "</style>")
	if !strings.Contains(style, "prefers-color-scheme: dark") || !strings.HasSuffix(style, "p { color: red }") {
		t.Errorf("the style is %s", style)
	}
	if rest != "<p>&lt;/p&gt;&lt;script&gt;</p>" {
		t.Errorf("the page is %s", rest)
	}
	sum := sha256.Sum256([]byte(style))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
	if sheet.Policy != want {
		t.Errorf("the policy is %s, want %s", sheet.Policy, want)
	}
}

func TestABrandShowsItsLogoAndAllowsItsColors(t *testing.T) {
	sheet := linkpage.New(`{{template "colors" .}}{{template "brand" .}}`, "", "'none'")
	shown := linkpage.Brand{Salon: "A & B", Logo: &linkpage.Logo{URL: "/pictures/pic_a", Width: 40, Height: 20}, Style: ":root{--visavis-accent:#877000}"}
	body, err := sheet.Write(shown)
	if err != nil {
		t.Fatal(err)
	}
	want := "<style>:root{--visavis-accent:#877000}</style>\n<img class=\"logo\" src=\"/pictures/pic_a\" width=\"40\" height=\"20\" alt=\"A &amp; B\">\n"
	if string(body) != want {
		t.Errorf("the page is %s, want %s", body, want)
	}
	sum := sha256.Sum256([]byte(shown.Style))
	if policy := sheet.PolicyOf(shown); !strings.Contains(policy, "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"' 'sha256-") {
		t.Errorf("the policy is %s", policy)
	}
	if got := sheet.PolicyOf(linkpage.Brand{}); got != sheet.Policy {
		t.Errorf("without a brand, the policy is %s", got)
	}
}
