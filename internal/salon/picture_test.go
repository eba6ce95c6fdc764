package salon_test

import (
	"encoding/base64"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/picture"
	"visavis/internal/salon"
)

const logoFile = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><path d="M0 0h4"/></svg>`

// TestPicturesStayWhileSomethingRefersToThem stands here, since this package's tests have a salon anyway.
func TestPicturesStayWhileSomethingRefersToThem(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		ctx := byOwner(t)
		library := picture.NewLibrary(s.store, func() civil.Instant { return s.now })
		content := base64.StdEncoding.EncodeToString([]byte(logoFile))
		logo, err := library.PictureAdd(ctx, picture.PictureAddInput{Content: content})
		check(t, err)
		again, err := library.PictureAdd(ctx, picture.PictureAddInput{Content: content + "\n"})
		check(t, err)
		same(t, "the same file again", again.ID, logo.ID)
		unused, err := library.PictureAdd(ctx, picture.PictureAddInput{Content: base64.StdEncoding.EncodeToString([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`))})
		check(t, err)
		set := func(logoID string) {
			t.Helper()
			s.do(t, salon.BranchUpdateInput{ID: mitte, LogoID: &logoID})
		}
		set(logo.ID)
		remove := func(after civil.Instant, want int) {
			t.Helper()
			s.now += after
			removed, err := library.RemoveUnusedNow(ctx)
			check(t, err)
			same(t, "removed", removed, want)
		}
		remove(60, 0) // it may still be chosen
		remove(3600, 1)
		if gone, err := library.Picture(ctx, unused.ID); gone != nil || err != nil {
			t.Errorf("there is still %v (%v)", gone, err)
		}
		set("")
		remove(60, 0)
		set(logo.ID) // undone
		set("")
		remove(3601, 1)
		s.refuses(t, salon.BranchUpdateInput{ID: mitte, LogoID: &logo.ID}, "NOT_FOUND logoId")
		s.refuses(t, salon.BranchUpdateInput{ID: mitte, Accent: new("petrol")}, "COLOR_INVALID accent")
	})
}
