package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/change"
	"visavis/ent/mailtext"
	"visavis/internal/form"
	"visavis/internal/id"
	mailtexts "visavis/internal/mailtext"
	"visavis/internal/reach"
)

// MailTextSetInput is what a branch writes in its mails of a kind in a language. An empty text is the built-in one.
type MailTextSetInput struct {
	BranchID        string
	Kind            mailtext.Kind
	Locale          branch.Locale
	Content         mailtexts.Content
	ExpectedVersion *int // nil: any; 0: nothing has been written
}

// MailTextSet replaces what a branch writes in its mails of a kind in a language. If it has changed meanwhile, it returns what is written with
// the problem.
func (s *Salon) MailTextSet(ctx context.Context, input MailTextSetInput) (row *ent.MailText, err error) {
	var f form.Form
	content := mailtexts.Read(&f, "content", input.Content)
	content.CheckPlaceholders(&f, "content", input.Kind)
	if err := f.Err(); err != nil {
		return nil, err
	}
	_, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		if _, err := e.beginInBranch(ctx, change.KindBRANCH, input.BranchID, "branchId"); err != nil {
			return err
		}
		locale := mailtext.Locale(input.Locale)
		before, err := e.MailText.Query().
			Where(mailtext.BranchID(input.BranchID), mailtext.KindEQ(input.Kind), mailtext.LocaleEQ(locale)).Only(ctx)
		if ent.MaskNotFound(err) != nil {
			return err
		}
		row = before
		if before == nil {
			row = unwritten(input.BranchID, input.Kind, locale)
		}
		if changed := unchanged("expectedVersion", input.ExpectedVersion, row.Version); changed != nil {
			return changed
		}
		if content == mailtexts.Of(row) {
			return nil
		}
		if before == nil {
			row, err = e.MailText.Create().SetBranchID(input.BranchID).SetKind(input.Kind).SetLocale(locale).
				SetSubject(content.Subject).SetOpening(content.Opening).SetClosing(content.Closing).Save(ctx)
		} else {
			row, err = before.Update().SetSubject(content.Subject).SetOpening(content.Opening).SetClosing(content.Closing).AddVersion(1).Save(ctx)
		}
		if err != nil {
			return err
		}
		return e.Record(ctx, "mailTextSet", row.ID, before, row)
	})
	return row, err
}

// unwritten returns the row of texts that are all built in.
func unwritten(branchID string, kind mailtext.Kind, locale mailtext.Locale) *ent.MailText {
	return &ent.MailText{BranchID: branchID, Kind: kind, Locale: locale}
}

// MailTexts returns what a branch writes in its mails, of all kinds in all languages, or nil if the branch is unknown.
func (s *Salon) MailTexts(ctx context.Context, branchID string) (texts []*ent.MailText, err error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	if err := reach.CheckSetUp(ctx, branchID, "branchId"); err != nil {
		return nil, err
	}
	known, err := s.store.Client().Branch.Query().Where(branch.ID(branchID)).Exist(ctx)
	if err != nil || !known {
		return nil, err
	}
	rows, err := s.store.Client().MailText.Query().Where(mailtext.BranchID(branchID)).All(ctx)
	if err != nil {
		return nil, err
	}
	type place struct {
		mailtext.Kind
		mailtext.Locale
	}
	written := map[place]*ent.MailText{}
	for _, row := range rows {
		written[place{row.Kind, row.Locale}] = row
	}
	for _, kind := range MailTextKinds() {
		for _, locale := range mailTextLocales {
			row := written[place{kind, locale}]
			if row == nil {
				row = unwritten(branchID, kind, locale)
			}
			texts = append(texts, row)
		}
	}
	return texts, nil
}

// MailTextKinds returns the kinds of mails with texts that a branch can change, the most usual first.
func MailTextKinds() []mailtext.Kind {
	return []mailtext.Kind{
		mailtext.KindCONFIRMED, mailtext.KindREMINDER, mailtext.KindMOVED, mailtext.KindOFFER, mailtext.KindCANCELLED, mailtext.KindTO_CONFIRM,
		mailtext.KindMOVE_DECLINED, mailtext.KindCANCEL_DECLINED, mailtext.KindCUSTOMER_EXPORT, mailtext.KindCUSTOMER_ERASURE,
	}
}

// mailTextLocales are the languages of mails to customers.
var mailTextLocales = []mailtext.Locale{mailtext.LocaleDE, mailtext.LocaleEN, mailtext.LocaleFR, mailtext.LocaleTR}
