package compose_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"visavis/ent/changerequest"
	"visavis/ent/customerlink"
	"visavis/ent/mail"
	entmailtext "visavis/ent/mailtext"
	"visavis/internal/accent"
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
	shown  []string // addresses of pictures
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
		case n.Type == html.ElementNode && n.Data == "img":
			p.shown = append(p.shown, attribute(n, "src"))
		case n.Type == html.ElementNode && slices.Contains([]string{"script", "link", "iframe", "form"}, n.Data):
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
	var brought []string
	for _, picture := range l.Pictures {
		brought = append(brought, "cid:"+picture.ContentID())
	}
	if !slices.Equal(p.shown, brought) || strings.Count(l.HTML, "src=") != len(brought) {
		t.Errorf("the HTML shows %v, and the message brings %v", p.shown, brought)
	}
	for _, remote := range []string{"@import", "url("} {
		if strings.Contains(l.HTML, remote) {
			t.Errorf("the HTML has %s", remote)
		}
	}
}

// textKinds are the mails to customers.
var textKinds = []entmailtext.Kind{
	entmailtext.KindTO_CONFIRM, entmailtext.KindCONFIRMED, entmailtext.KindMOVED, entmailtext.KindOFFER, entmailtext.KindCANCELLED, entmailtext.KindREMINDER,
	entmailtext.KindMOVE_DECLINED, entmailtext.KindCANCEL_DECLINED, entmailtext.KindCUSTOMER_EXPORT, entmailtext.KindCUSTOMER_ERASURE,
}

// writtenWith returns a mail in which nothing is left out, with texts of the branch.
func writtenWith(t *testing.T, kind entmailtext.Kind, l locale.Locale, texts mailtext.Content) (m *compose.Message) {
	t.Helper()
	f := everything(t, mail.Kind(kind), l)
	f.Texts = texts
	var err error
	switch kind {
	case entmailtext.KindMOVE_DECLINED:
		m, err = compose.WriteChangeDeclined(f, changerequest.KindMOVE, "Bis 18 Uhr!")
	case entmailtext.KindCANCEL_DECLINED:
		m, err = compose.WriteChangeDeclined(f, changerequest.KindCANCEL, "Bis 18 Uhr!")
	case entmailtext.KindCUSTOMER_EXPORT, entmailtext.KindCUSTOMER_ERASURE:
		purpose := map[entmailtext.Kind]customerlink.Purpose{
			entmailtext.KindCUSTOMER_EXPORT: customerlink.PurposeEXPORT, entmailtext.KindCUSTOMER_ERASURE: customerlink.PurposeERASE,
		}[kind]
		m, err = compose.WriteCustomerLink(compose.CustomerLink{
			Language: l, Name: f.Customer.Name, Purpose: purpose, Minutes: 30, URL: "https://booking.example/data/TOKEN", Branch: f.Branch, Brand: f.Brand, Texts: texts,
		})
	default:
		return written(t, f)
	}
	if err != nil {
		t.Fatal(err)
	}
	return m
}

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
	f.Brand = compose.Brand{Logo: &compose.Picture{Name: "logo.one", ContentType: "image/png", Width: 200, Height: 50}, Accent: accent.Of("#cc0000")}
	f.Photo = &compose.Picture{Name: "photo.one", ContentType: "image/jpeg", Width: 48, Height: 48}
	f.Branch.Legal = []legalnotice.Link{{Label: "Impressum", URL: "https://booking.example/legal/mitte/imprint"}}
	if kind == mail.KindOFFER {
		f.Offered, f.OfferedUntil = []compose.Known{{Start: f.Start.Add(3 * time.Hour), Staff: "Ben"}, {Start: f.Start.Add(24 * time.Hour), Staff: "Anna"}}, f.Start.Add(-25*time.Hour)
	}
	if kind == mail.KindMOVED {
		f.ChangedFrom = &compose.Known{Start: f.Start.Add(-24 * time.Hour), Staff: "Ben"}
	}
	return f
}

// TestTextAndHTMLAreOfEqualWorth compares them for every kind in every language, with and without texts of the branch.
func TestTextAndHTMLAreOfEqualWorth(t *testing.T) {
	own := mailtext.Content{Subject: "Bis bald, {customer}!", Opening: "Liebe {customer},\n\nerste Zeile\nzweite Zeile", Closing: "Dein\n{branch}"}
	for _, kind := range textKinds {
		for _, l := range locale.All() {
			for name, texts := range map[string]mailtext.Content{"built in": {}, "own": own} {
				t.Run(fmt.Sprint(kind, l, name), func(t *testing.T) {
					f := everything(t, mail.Kind(kind), l)
					m := writtenWith(t, kind, l, texts)
					checkHTML(t, m, m.Text)
					facts := []string{f.Branch.Street, f.Branch.Phone, "https://booking.example/legal/mitte/imprint"}
					if slices.Contains(mailtext.Placeholders(kind), "{start}") {
						facts = append(facts, f.Service, f.Staff, f.Price, "Asia/Tokyo", "Europe/Berlin")
					}
					for _, fact := range facts {
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
