package salon

import (
	"context"

	"visavis/ent/picture"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// replacePicture sets what refers to a picture: nil keeps it, an empty ID clears it. The picture before stays for a while, so that this can
// be undone.
func (e *edit) replacePicture(ctx context.Context, field string, before, wanted *string, set func(string), clear func()) error {
	if wanted == nil {
		return nil
	}
	pictureID := *wanted
	if pictureID == "" {
		clear()
	} else {
		if err := id.Picture.Check(pictureID, field); err != nil {
			return err
		}
		known, err := e.Picture.Query().Where(picture.ID(pictureID)).Exist(ctx)
		if err != nil {
			return err
		}
		if !known {
			return problem.New(problem.NotFound, field)
		}
		set(pictureID)
	}
	if before == nil {
		return nil
	}
	return e.Picture.UpdateOneID(*before).SetUsedAt(e.Now).Exec(ctx)
}
