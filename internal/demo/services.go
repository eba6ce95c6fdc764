package demo

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/service"
)

// offered is a service of the salon.
type offered struct {
	id, categoryID, name string
	delivery             service.Delivery
	length, cleanUp      time.Duration
	price                int // in cents
	description          string
}

var services = []offered{
	{cut, hair, "Haarschnitt", service.DeliveryIN_SALON, 45 * time.Minute, 10 * time.Minute, 5200, "Waschen, schneiden, föhnen."},
	{balayage, hair, "Balayage", service.DeliveryIN_SALON, 150 * time.Minute, 15 * time.Minute, 18900, "Von Hand gesetzte Strähnen mit weichem Übergang."},
	{videoTint, video, "Farbberatung", service.DeliveryVIDEO, 30 * time.Minute, 5 * time.Minute, 2500, "Welche Farbe zu dir passt, per Video."},
	{videoCare, video, "Pflegeberatung", service.DeliveryVIDEO, 20 * time.Minute, 5 * time.Minute, 0, "Pflege für dein Haar, per Video und kostenlos."},
}

func createServices(ctx context.Context, client *ent.Client) error {
	categories := client.ServiceCategory.CreateBulk(
		client.ServiceCategory.Create().SetID(hair).SetName("Haare"),
		client.ServiceCategory.Create().SetID(video).SetName("Video-Beratungen"),
	)
	if err := categories.Exec(ctx); err != nil {
		return err
	}
	var rows []*ent.ServiceCreate
	for _, s := range services {
		rows = append(rows, client.Service.Create().SetID(s.id).SetCategoryID(s.categoryID).SetName(s.name).SetDelivery(s.delivery).
			SetDurationMinutes(int(s.length.Minutes())).SetCleanUpMinutes(int(s.cleanUp.Minutes())).SetPriceMinorUnits(s.price).SetDescription(s.description))
	}
	return client.Service.CreateBulk(rows...).Exec(ctx)
}
