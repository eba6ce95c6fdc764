package salon

import (
	"context"
	"net/url"
	"strings"

	"visavis/ent"
	"visavis/ent/legaltext"
	"visavis/ent/predicate"
	"visavis/internal/form"
	"visavis/internal/legalnotice"
	"visavis/internal/problem"
)

// LegalTextInput is the next version of a legal text: either an address or a text. If both are empty, there is none from then on.
type LegalTextInput struct {
	URL  *string
	Text *string
}

// Limits of a legal text, in characters.
const (
	urlLength       = 2_000
	legalTextLength = 50_000
)

// legalContent is a LegalTextInput that is valid.
type legalContent struct{ url, text string }

// legalText validates an input; nil keeps the present version.
func (f *setupForm) legalText(field string, input *LegalTextInput) *legalContent {
	if input == nil {
		return nil
	}
	var content legalContent
	if address := f.Line(field+".url", input.URL, urlLength); address != nil {
		content.url = form.Copied(*address)
	}
	if text := f.Text(field+".text", input.Text, legalTextLength); text != nil {
		content.text = *text
	}
	if content.url != "" && !isWebAddress(content.url) {
		f.Add(problem.New(problem.WebAddressInvalid, field+".url"))
	}
	if content.url != "" && content.text != "" {
		f.Add(problem.New(problem.ExactlyOne, field, "url, text"))
	}
	return &content
}

// isWebAddress reports whether browsers open the address, which names no user.
func isWebAddress(address string) bool {
	parsed, err := url.Parse(address)
	if err != nil || parsed.User != nil || !strings.Contains(parsed.Hostname(), ".") {
		return false
	}
	return parsed.Scheme == "https" || parsed.Scheme == "http"
}

// A LegalVersion names a legal text.
type LegalVersion struct {
	BranchID string
	Kind     legaltext.Kind
	Version  int // 0 names none
}

// legalTexts are the fields of a branch's legal texts.
type legalTexts struct{ imprint, privacyNotice, terms *legalContent }

func (f *setupForm) legalTexts(input BranchUpdateInput) legalTexts {
	return legalTexts{f.legalText("imprint", input.Imprint), f.legalText("privacyNotice", input.PrivacyNotice), f.legalText("terms", input.Terms)}
}

// setLegalTexts inserts a version of each text that changes, and has the branch point to it.
func (e *edit) setLegalTexts(ctx context.Context, m *ent.BranchMutation, before *ent.Branch, texts legalTexts) error {
	for _, one := range []struct {
		content *legalContent
		kind    legaltext.Kind
		set     func(int)
	}{
		{texts.imprint, legaltext.KindIMPRINT, m.SetImprintVersion},
		{texts.privacyNotice, legaltext.KindPRIVACY_NOTICE, m.SetPrivacyNoticeVersion},
		{texts.terms, legaltext.KindTERMS, m.SetTermsVersion},
	} {
		if one.content == nil {
			continue
		}
		version, err := e.nextLegalText(ctx, LegalVersionOf(before, one.kind), *one.content)
		if err != nil {
			return err
		}
		one.set(version)
	}
	return nil
}

// nextLegalText inserts the content as a version after all others, and returns its number: 0 if it is empty, and that of the present one if
// nothing changes.
func (e *edit) nextLegalText(ctx context.Context, present LegalVersion, content legalContent) (version int, err error) {
	if content == (legalContent{}) {
		return 0, nil
	}
	last, err := e.LegalText.Query().Where(legaltext.BranchID(present.BranchID), legaltext.KindEQ(present.Kind)).
		Order(ent.Desc(legaltext.FieldVersion)).First(ctx)
	switch {
	case ent.IsNotFound(err):
	case err != nil:
		return 0, err
	case last.Version == present.Version && content == (legalContent{last.URL, last.Text}):
		return last.Version, nil
	default:
		version = last.Version
	}
	version++
	return version, e.LegalText.Create().SetBranchID(present.BranchID).SetKind(present.Kind).SetVersion(version).
		SetURL(content.url).SetText(content.text).SetCreatedAt(e.Now).Exec(ctx)
}

func named(v LegalVersion) predicate.LegalText {
	return legaltext.And(legaltext.BranchID(v.BranchID), legaltext.KindEQ(v.Kind), legaltext.Version(v.Version))
}

// LegalTextsOf is a batch.
func (s *Salon) LegalTextsOf(ctx context.Context, versions []LegalVersion) (map[LegalVersion]*ent.LegalText, error) {
	var any []predicate.LegalText
	for _, v := range versions {
		if v.Version > 0 {
			any = append(any, named(v))
		}
	}
	if len(any) == 0 {
		return nil, nil
	}
	rows, err := s.store.Client().LegalText.Query().Where(legaltext.Or(any...)).All(ctx)
	found := map[LegalVersion]*ent.LegalText{}
	for _, row := range rows {
		found[LegalVersion{row.BranchID, row.Kind, row.Version}] = row
	}
	return found, err
}

// LegalText returns the text of a kind that is in force in the branch with the slug, with the branch, or nil if there is none.
func (s *Salon) LegalText(ctx context.Context, slug string, kind legaltext.Kind) (*ent.Branch, *ent.LegalText, error) {
	row, err := s.Branch(ctx, nil, &slug)
	if err != nil || row == nil {
		return nil, nil, err
	}
	version := LegalVersionOf(row, kind)
	found, err := s.LegalTextsOf(ctx, []LegalVersion{version})
	return row, found[version], err
}

// LegalVersionOf returns the version of a legal text that is in force in a branch.
func LegalVersionOf(row *ent.Branch, kind legaltext.Kind) LegalVersion {
	return LegalVersion{row.ID, kind, legalnotice.Version(row, kind)}
}
