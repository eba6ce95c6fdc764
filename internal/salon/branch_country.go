package salon

import (
	"regexp"
	"strings"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// country validates an ISO 3166-1 code; it may be empty.
func (f *setupForm) country(field string, given *string) *string {
	if given == nil {
		return nil
	}
	code := strings.ToUpper(form.Copied(*given))
	if code != "" && !civil.IsCountry(code) {
		f.Add(problem.New(problem.CountryUnknown, field))
	}
	return &code
}

var subdivisionForm = regexp.MustCompile(`^[A-Z]{2}-[A-Z0-9]{1,3}$`)

// subdivision validates the form of an ISO 3166-2 code; it may be empty.
func (f *setupForm) subdivision(field string, given *string) *string {
	if given == nil {
		return nil
	}
	code := strings.ToUpper(form.Copied(*given))
	if code != "" && !subdivisionForm.MatchString(code) {
		f.Add(problem.New(problem.SubdivisionInvalid, field))
	}
	return &code
}

// setCountry sets the given codes of a branch. A subdivision is one of the country, so another country clears it. The branch
// before the change is nil if it is new.
func setCountry(m *ent.BranchMutation, before *ent.Branch, country, subdivision *string) error {
	var known, within string
	if before != nil {
		known, within = orEmpty(before.CountryCode), orEmpty(before.SubdivisionCode)
	}
	if country != nil {
		known = *country
	}
	belongs := func(code string) bool { return code == "" || strings.HasPrefix(code, known+"-") }
	switch {
	case subdivision != nil && !belongs(*subdivision):
		return problem.New(problem.SubdivisionInvalid, "subdivisionCode")
	case subdivision != nil:
		within = *subdivision
	case !belongs(within):
		within = ""
	}
	if known != "" {
		m.SetCountryCode(known)
	} else {
		m.ClearCountryCode()
	}
	if within != "" {
		m.SetSubdivisionCode(within)
	} else {
		m.ClearSubdivisionCode()
	}
	return nil
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
