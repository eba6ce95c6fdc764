package book

import (
	"context"
	"fmt"
	"strconv"

	"visavis/ent"
	"visavis/internal/link"
	"visavis/internal/money"
)

// mostOffers limits how many services search engines are told.
const mostOffers = 100

// organization is what search engines read about a branch: structured data in the words of schema.org.
type organization struct {
	Context   string         `json:"@context"`
	Type      string         `json:"@type"`
	Name      string         `json:"name"`
	URL       string         `json:"url"`
	Address   *postalAddress `json:"address,omitempty"`
	Telephone string         `json:"telephone,omitempty"`
	Email     string         `json:"email,omitempty"`
	Logo      string         `json:"logo,omitempty"`
	Hours     []openingHours `json:"openingHoursSpecification,omitempty"`
	Offers    []offer        `json:"makesOffer,omitempty"`
}

type postalAddress struct {
	Type       string `json:"@type"`
	Street     string `json:"streetAddress,omitempty"`
	PostalCode string `json:"postalCode,omitempty"`
	City       string `json:"addressLocality,omitempty"`
	Country    string `json:"addressCountry,omitempty"`
}

type openingHours struct {
	Type   string `json:"@type"`
	Day    string `json:"dayOfWeek"`
	Opens  string `json:"opens"`
	Closes string `json:"closes"`
}

type offer struct {
	Type     string  `json:"@type"`
	Item     service `json:"itemOffered"`
	URL      string  `json:"url"`
	Price    string  `json:"price"`
	Currency string  `json:"priceCurrency"`
}

type service struct {
	Type        string `json:"@type"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
}

func (o Options) describe(ctx context.Context, branch *ent.Branch) (organization, error) {
	address := o.PublicURL + link.Book(branch.Slug)
	org := organization{
		Context: "https://schema.org", Type: "LocalBusiness", Name: branch.Name, URL: address, Telephone: branch.Phone, Email: branch.Email,
	}
	if placeOf(branch) != "" {
		org.Address = &postalAddress{"PostalAddress", branch.Street, branch.PostalCode, branch.City, branch.Country}
	}
	if branch.LogoID != nil {
		org.Logo = o.PublicURL + link.Picture(*branch.LogoID)
	}
	hours, err := o.Salon.OpeningHoursOf(ctx, []string{branch.ID})
	if err != nil {
		return org, err
	}
	for _, interval := range hours[branch.ID] {
		org.Hours = append(org.Hours, openingHours{"OpeningHoursSpecification", interval.Weekday.String(), interval.From.String(), closing(interval.To.String())})
	}
	services, err := o.Salon.BookableServicesOf(ctx, []string{branch.ID})
	if err != nil {
		return org, err
	}
	for _, row := range services[branch.ID][:min(mostOffers, len(services[branch.ID]))] {
		org.Offers = append(org.Offers, offer{
			Type: "Offer", Item: service{"Service", row.Name, row.Description}, URL: address + "?service=" + row.ID,
			Price: decimal(row.PriceMinorUnits, money.DigitsOf(row.PriceCurrency)), Currency: row.PriceCurrency,
		})
	}
	return org, nil
}

// closing returns a time of day as schema.org has it, which knows no 24:00.
func closing(timeOfDay string) string {
	if timeOfDay == "24:00" {
		return "23:59"
	}
	return timeOfDay
}

// decimal writes an amount with so many digits after the point.
func decimal(minorUnits, digits int) string {
	text := strconv.Itoa(minorUnits)
	if digits == 0 {
		return text
	}
	text = fmt.Sprintf("%0*d", digits+1, minorUnits)
	return text[:len(text)-digits] + "." + text[len(text)-digits:]
}
