package mail

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/internal/picture"
)

// drawn returns a picture that hardly gets smaller by compression.
func drawn(width, height int) image.Image {
	random := rand.New(rand.NewPCG(1, 2))
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p.SetNRGBA(x, y, color.NRGBA{R: uint8(random.Uint32()), G: uint8(random.Uint32()), B: uint8(random.Uint32()), A: 255})
		}
	}
	return p
}

// keep adds a picture as an administrator does.
func keep(t *testing.T, ctx context.Context, c *ent.Client, content []byte) string {
	t.Helper()
	accepted, err := picture.Accept(content, "content")
	if err != nil {
		t.Fatal(err)
	}
	row, err := c.Picture.Create().SetID(accepted.ID()).SetContentType(accepted.ContentType).SetWidth(accepted.Width).SetHeight(accepted.Height).
		SetContent(accepted.Content).SetUsedAt(0).Save(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return row.ID
}

// wear gives the branch a logo, a color and Anna's photo.
func (s *salon) wear(t *testing.T, logo []byte) {
	t.Helper()
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, drawn(150, 250), nil); err != nil {
		t.Fatal(err)
	}
	s.write(t, func(ctx context.Context, c *ent.Client) error {
		if err := c.Staff.UpdateOneID(anna).SetPhotoID(keep(t, ctx, c, photo.Bytes())).Exec(ctx); err != nil {
			return err
		}
		return c.Branch.UpdateOneID(mitte).SetAccent("#ffcc00").SetLogoID(keep(t, ctx, c, logo)).Exec(ctx)
	})
}

func logoFile(t *testing.T) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, drawn(200, 100)); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestMailsToCustomersBringLogoAndPhotoAlong(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.wear(t, logoFile(t))
		worker := s.startWorker(t)
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		messages := s.smtp.take()
		same(t, "messages", len(messages), 1)
		o := parseMail(t, messages[0])
		same(t, "it is in parts", o.structure, "multipart/mixed(multipart/related(multipart/alternative(text/plain text/html text/calendar) image/jpeg image/jpeg) text/calendar)")
		same(t, "pictures", len(o.pictures), 2)
		long := 0
		for contentID, content := range o.pictures {
			same(t, "the HTML shows "+contentID, strings.Count(o.html, `src="cid:`+contentID+`"`), 1)
			if _, _, err := image.Decode(strings.NewReader(content)); err != nil {
				t.Error(err)
			}
			long += len(content) * 78 / 57
		}
		same(t, "pictures that are not brought along", strings.Count(o.html, "src="), 2)
		same(t, "the logo is named", strings.Contains(o.html, ` alt="Salon Mitte" `), true)
		same(t, "the photo is small", strings.Contains(o.html, ` width="56" height="56" alt=""`), true)
		same(t, "at most 40 kB more", long <= 40_000, true)
		// Yellow is too light for paper.
		same(t, "the color can be read", strings.Contains(o.html, `bgcolor="#`) && !strings.Contains(o.html, `bgcolor="#ffcc00"`) && !strings.Contains(o.html, "#0b5a61"), true)
		same(t, "at night, it need not change", strings.Contains(o.html, ".first td { background: #ffcc00 !important; }"), true)

		shown, err := s.Preview(byOwner(t), s.only(t, mail.KindCONFIRMED).ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "a preview needs nothing else", strings.Count(shown.Page(), `src="data:image/jpeg;base64,`) == 2 && !strings.Contains(shown.Page(), "cid:"), true)

		s.cancel(t, booked)
		s.pass(time.Minute)
		worker.work()
		same(t, "the cancellation, too", strings.Count(s.smtp.take()[0], "Content-Id: <"), 2)
	})
}

func TestAnSVGIsInNoMail(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.wear(t, []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>`))
		worker := s.startWorker(t)
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		o := s.take(t)[0]
		same(t, "pictures", len(o.pictures), 1)
		same(t, "shown", strings.Count(o.html, "<img"), 1)
	})
}

// Staff know whom their mails are from.
func TestMailsToStaffHaveNoBrand(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.wear(t, logoFile(t))
		worker := s.startWorker(t)
		s.sendAccess(t)
		worker.work()
		o := s.take(t)[0]
		same(t, "pictures", len(o.pictures)+strings.Count(o.html, "<img"), 0)
		same(t, "the usual color", strings.Contains(o.html, `bgcolor="#0b5a61"`), true)
	})
}
