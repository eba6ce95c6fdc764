package mail

import (
	"fmt"
	netmail "net/mail"
	"testing"

	"visavis/ent"
)

func TestObstaclesOfMail(t *testing.T) {
	address := &netmail.Address{Address: "termine@salon.example"}
	for _, test := range []struct {
		options Options
		branch  string
		want    Obstacle
	}{
		{Options{}, "mitte@salon.example", NoMailServer},
		{Options{HasServer: true}, "", NoSenderYet},
		{Options{HasServer: true}, "mitte@salon.example", ""},
		{Options{HasServer: true, From: address}, "", ""},
	} {
		same(t, fmt.Sprintf("%+v", test), New(test.options).ObstacleOf(&ent.Branch{Email: test.branch}), test.want)
	}
}
