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
		"'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
	if sheet.Policy != want {
		t.Errorf("the policy is %s, want %s", sheet.Policy, want)
	}
}
