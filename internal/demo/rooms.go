package demo

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/videolink"
)

// inOwnRoom are those who consult in the own room in the living demo; the others keep their links, and Ben has none.
var inOwnRoom = []string{"Anna", "Clara"}

// chooseRooms lets some consult in the own room, and makes it the default of Salon West.
func chooseRooms(ctx context.Context, client *ent.Client) error {
	if err := client.Branch.UpdateOneID(west).SetOwnRoomByDefault(true).Exec(ctx); err != nil {
		return err
	}
	for _, m := range team {
		if !slices.Contains(inOwnRoom, m.name) {
			continue
		}
		err := client.VideoLink.Update().Where(videolink.StaffID(m.staffID())).SetProvider(videolink.ProviderVISAVIS).SetURL("").
			SetRoom("per-appointment:" + m.staffID()).SetRoomPerAppointment(true).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
