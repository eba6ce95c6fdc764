package compose

import "visavis/ent/changerequest"

var englishRequest = requestWords{
	declined: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Your appointment stays as it is", opening: "unfortunately, we cannot move your appointment. It remains as follows:"},
		changerequest.KindCANCEL: {heading: "Your appointment still stands", opening: "unfortunately, we cannot cancel your appointment. It remains as follows:"},
	},
	answer:   "Answer",
	seeing:   "You can see your appointment on this page.",
	seeLabel: "See the appointment",
	remark:   "Do you have questions? Please contact us.",
}
