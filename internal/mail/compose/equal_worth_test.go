package compose_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/legalnotice"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
	"visavis/internal/mailtext"
)

// A page is what a browser shows of an HTML message.
type page struct {
	lines  []string // of text
	labels []string // of links
	links  []string
}

func readPage(t *testing.T, document string) (p page) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	var read func(*html.Node)
	read = func(n *html.Node) {
		switch {
		case n.Type == html.ElementNode && (n.Data == "head" || n.Data == "h1"): // the heading begins the subject
			return
		case n.Type == html.ElementNode && n.Data == "a":
			p.links = append(p.links, attribute(n, "href"))
			p.labels = append(p.labels, n.FirstChild.Data)
			return
		case n.Type == html.ElementNode && slices.Contains([]string{"img", "script", "link", "iframe", "form"}, n.Data):
			t.Errorf("there is an element %s", n.Data)
		case n.Type == html.TextNode:
			if line := strings.TrimSpace(n.Data); line != "" && line != "·" {
				p.lines = append(p.lines, line)
			}
		}
		for child := range n.ChildNodes() {
			read(child)
		}
	}
	read(root)
	return p
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// checkHTML expects the HTML to have the content of the text, and no other.
func checkHTML(t *testing.T, l *compose.Message, text string) {
	t.Helper()
	if !strings.Contains(l.HTML, `<html lang="`+strings.ToLower(string(l.Language))+`">`) || !strings.Contains(l.HTML, "color-scheme") {
		t.Error("the HTML names neither its language nor its colours")
	}
	p := readPage(t, l.HTML)
	var links, rest []string // of the text
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if label, link, has := strings.Cut(line, "https://"); has && (label == "" || slices.Contains(p.labels, strings.TrimSuffix(label, ": "))) {
			links = append(links, "https://"+link)
		} else if line != "" {
			rest = append(rest, line)
		}
	}
	if !slices.Equal(links, p.links) {
		t.Errorf("the text has the links\n%s\nand the HTML\n%s", strings.Join(links, "\n"), strings.Join(p.links, "\n"))
	}
	// Facts are two elements, and one line.
	if said, shown := strings.Join(rest, " "), strings.Join(p.lines, " "); strings.ReplaceAll(said, ":", "") != strings.ReplaceAll(shown, ":", "") {
		t.Errorf("the text says\n%s\nand the HTML\n%s", said, shown)
	}
	for _, remote := range []string{"@import", "url(", "src="} {
		if strings.Contains(l.HTML, remote) {
			t.Errorf("the HTML has %s", remote)
		}
	}
}

var customerKinds = []mail.Kind{mail.KindTO_CONFIRM, mail.KindCONFIRMED, mail.KindMOVED, mail.KindCANCELLED, mail.KindREMINDER}

// everything returns facts of which none is left out.
func everything(t *testing.T, kind mail.Kind, l locale.Locale) compose.Facts {
	t.Helper()
	tokyo, err := civil.LoadZone("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	f := consultation(t, kind, l)
	f.Price, f.CustomerZone = "49,00 €, inkl. MwSt.", &tokyo
	f.CalendarURL = f.ManageURL + "/appointment.ics"
	f.ConfirmURL, f.HeldUntil = "https://booking.example/confirm/TOKEN", f.Start.Add(-25*time.Hour)
	f.Branch.Legal = []legalnotice.Link{{Label: "Impressum", URL: "https://booking.example/legal/mitte/imprint"}}
	if kind == mail.KindMOVED {
		f.MovedFrom = &compose.Moment{Start: f.Start.Add(-24 * time.Hour), Staff: "Ben"}
	}
	return f
}

// TestTextAndHTMLAreOfEqualWorth compares them for every kind in every language, with and without texts of the branch.
func TestTextAndHTMLAreOfEqualWorth(t *testing.T) {
	own := mailtext.Content{Subject: "Bis bald, {customer}!", Opening: "Liebe {customer},\n\nerste Zeile\nzweite Zeile", Closing: "Dein\n{branch}"}
	for _, kind := range customerKinds {
		for _, l := range locale.All() {
			for name, texts := range map[string]mailtext.Content{"built in": {}, "own": own} {
				t.Run(fmt.Sprint(kind, l, name), func(t *testing.T) {
					f := everything(t, kind, l)
					f.Texts = texts
					m := written(t, f)
					checkHTML(t, m, m.Text)
					for _, fact := range []string{f.Service, f.Staff, f.Price, "Asia/Tokyo", "Europe/Berlin", f.Branch.Street, f.Branch.Phone, "https://booking.example/legal/mitte/imprint"} {
						if !strings.Contains(m.Text, fact) {
							t.Errorf("the text lacks %s:\n%s", fact, m.Text)
						}
					}
					if strings.ContainsAny(m.Subject+m.Text, "{}") {
						t.Errorf("a placeholder is left:\n%s\n%s", m.Subject, m.Text)
					}
				})
			}
		}
	}
}
