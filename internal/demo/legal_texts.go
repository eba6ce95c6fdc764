package demo

import (
	"context"
	"fmt"

	"visavis/ent"
	"visavis/ent/legaltext"
	"visavis/internal/civil"
)

// legalTexts creates the legal texts of a branch.
func legalTexts(ctx context.Context, client *ent.Client, row *ent.Branch, now civil.Instant) error {
	texts := map[legaltext.Kind]string{
		legaltext.KindIMPRINT: fmt.Sprintf("%s\nInhaberin: Anna Albrecht\n%s\n%s %s\n\nTelefon: %s\nE-Mail: %s\n\nDiesen Salon gibt es nur zum Ausprobieren.",
			row.Name, row.Street, row.PostalCode, row.City, row.Phone, row.Email),
		legaltext.KindPRIVACY_NOTICE: "Wir speichern, was du bei der Buchung angibst, um deinen Termin zu halten und dich daran zu erinnern. " +
			"Niemand sonst bekommt es. Karte und Kalender sind nur Links: Ihre Anbieter erfahren erst von dir, wenn du sie öffnest. " +
			"Frag uns, wenn du deine Angaben ansehen oder löschen lassen möchtest.",
		legaltext.KindTERMS: "Du kannst deinen Termin bis zum Ende der Stornofrist kostenlos verschieben oder absagen. Bezahlt wird im Salon.",
	}
	for kind, text := range texts {
		err := client.LegalText.Create().SetBranchID(row.ID).SetKind(kind).SetVersion(1).SetText(text).SetCreatedAt(now).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
