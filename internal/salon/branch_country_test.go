package salon_test

import (
	"testing"

	"visavis/ent/branch"
	"visavis/internal/salon"
)

func TestABranchHasACountry(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			zone                 string
			country, subdivision *string
			want                 string
		}{
			{"Europe/Berlin", nil, nil, "DE "},
			{" Europe/Kiev\u200e", nil, nil, "UA "},
			{"UTC", nil, nil, " "},
			{"UTC", new("at\u200b"), new("\ufeffat-9 "), "AT AT-9"},
			{"Europe/Berlin", new(""), nil, " "},
			{"Europe/Zurich", nil, new("CH-ZH"), "CH CH-ZH"},
		} {
			row, err := s.BranchCreate(byOwner(t), salon.BranchCreateInput{
				Name: "Filiale", TimeZone: test.zone, Locale: branch.LocaleDE, CountryCode: test.country, SubdivisionCode: test.subdivision,
			})
			check(t, err)
			same(t, "the country of a branch in "+test.zone, text(row.CountryCode)+" "+text(row.SubdivisionCode), test.want)
		}
		change := func(country, subdivision *string) string {
			row, _, err := s.BranchUpdate(byOwner(t), salon.BranchUpdateInput{ID: mitte, CountryCode: country, SubdivisionCode: subdivision})
			check(t, err)
			return text(row.CountryCode) + " " + text(row.SubdivisionCode)
		}
		same(t, "both", change(new(" de "), new("de-be")), "DE DE-BE")
		same(t, "the same country", change(new("DE"), nil), "DE DE-BE")
		same(t, "a region", change(nil, new("DE-HH")), "DE DE-HH")
		same(t, "neither", change(nil, nil), "DE DE-HH")
		same(t, "another country", change(new("FR"), nil), "FR ")
		same(t, "no country", change(new(""), nil), " ")
		s.refuses(t, salon.BranchUpdateInput{ID: mitte, SubdivisionCode: new("DE-BE")}, "SUBDIVISION_INVALID subdivisionCode")
		s.refuses(t, salon.BranchUpdateInput{ID: mitte, CountryCode: new("FR"), SubdivisionCode: new("DE-BE")}, "SUBDIVISION_INVALID subdivisionCode")
		s.refuses(t, salon.BranchUpdateInput{ID: mitte, CountryCode: new("Deutschland"), SubdivisionCode: new("Berlin")},
			"COUNTRY_UNKNOWN countryCode", "SUBDIVISION_INVALID subdivisionCode")
		s.refuses(t, salon.BranchCreateInput{Name: "Nord", TimeZone: "UTC", Locale: branch.LocaleDE, CountryCode: new("XX")}, "COUNTRY_UNKNOWN countryCode")
	})
}

func text(given *string) string {
	if given == nil {
		return ""
	}
	return *given
}
