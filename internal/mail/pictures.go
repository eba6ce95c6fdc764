package mail

import (
	"context"
	"fmt"

	"visavis/ent"
	"visavis/internal/accent"
	"visavis/internal/mail/compose"
	"visavis/internal/picture"
)

// logoBounds limit the logo in mails. With a photo, it makes a mail longer by at most 40 kB: Base64 takes 78 bytes for 57.
var logoBounds = picture.Bounds{Width: 480, Height: 144, Bytes: 20_000}

// readBrand reads how the customer of a mail recognizes the branch and the member of staff.
func (m *Mail) readBrand(ctx context.Context, what *details) (err error) {
	if what.brand, err = m.brand(ctx, what.branch); err != nil {
		return err
	}
	what.photo, err = m.copyOf(ctx, "photo", what.Edges.Appointment.Edges.Staff.PhotoID, picture.Face)
	return err
}

// brand returns how customers recognize a branch.
func (m *Mail) brand(ctx context.Context, in *ent.Branch) (compose.Brand, error) {
	logo, err := m.copyOf(ctx, "logo", in.LogoID, logoBounds)
	return compose.Brand{Logo: logo, Accent: accent.Of(in.Accent)}, err
}

// copyOf returns a copy of a picture for mails, nil if there is none. It is shown at half of its size, so that it is sharp on fine screens.
func (m *Mail) copyOf(ctx context.Context, name string, pictureID *string, within picture.Bounds) (*compose.Picture, error) {
	if pictureID == nil {
		return nil, nil
	}
	small, err := m.pictures.Small(ctx, *pictureID, within)
	if small == nil || err != nil {
		return nil, err
	}
	shown := &compose.Picture{Name: fmt.Sprintf("%s.%s", name, *pictureID), ContentType: small.ContentType, Content: small.Content}
	shown.Width, shown.Height = picture.Fit(small.Width, small.Height, within.Width/2, within.Height/2)
	return shown, nil
}
